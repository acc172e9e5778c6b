import type { JSX } from 'react';
import { iconSize } from '../../tiles/icons/draw-icon.ts';
import { usePalette } from '../appearance/use-appearance.ts';
import { styleIcon } from './style-icons.ts';

/** One sign of the base map as it stands in the legend and in lists, drawn for its size in pixels. */
export function StyleIcon({ name, size = 20 }: { name: string; size?: number }): JSX.Element {
  const palette = usePalette();
  const sharpness = Math.ceil(globalThis.devicePixelRatio || 1);
  const draw = (canvas: HTMLCanvasElement | null) => {
    if (!canvas) return;
    const { width, height, data } = styleIcon(palette, name, (size * sharpness) / iconSize);
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  };
  return (
    <canvas
      ref={draw}
      className="style-icon"
      style={{ width: size, height: size }}
      aria-hidden="true"
    />
  );
}
