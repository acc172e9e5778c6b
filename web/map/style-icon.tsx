import type { JSX } from 'react';
import { iconSize } from '../../tiles/icons/draw-icon.ts';
import { styleIcon } from './style-icons.ts';

/** One sign of the base map as it stands in the legend and in lists; 26 px wide at scale 1. */
export function StyleIcon({ name, scale = 0.8 }: { name: string; scale?: number }): JSX.Element {
  const pixelRatio = Math.ceil(globalThis.devicePixelRatio || 1) + 1;
  const side = iconSize * scale;
  const draw = (canvas: HTMLCanvasElement | null) => {
    if (!canvas) return;
    const { width, height, data } = styleIcon(name, pixelRatio);
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  };
  return (
    <canvas
      ref={draw}
      className="style-icon"
      style={{ width: side, height: side }}
      aria-hidden="true"
    />
  );
}
