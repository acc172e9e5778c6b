import type { Palette } from '../palettes/palette.ts';
import { drawIcon, iconSize, type Pixels } from './draw-icon.ts';
import { paintIcons } from './icon-paint.ts';

export type SpriteIndex = Record<
  string,
  { x: number; y: number; width: number; height: number; pixelRatio: number }
>;

/** All icons of a palette side by side in one picture, with the index that MapLibre reads. */
export function buildSprite(
  palette: Palette,
  pixelRatio: number,
): { index: SpriteIndex; pixels: Pixels } {
  const icons = [...paintIcons(palette)];
  const side = iconSize * pixelRatio;
  const width = side * icons.length;
  const data = new Uint8ClampedArray(width * side * 4);
  const index: SpriteIndex = {};
  for (const [position, [name, paints]] of icons.entries()) {
    const icon = drawIcon(paints, pixelRatio);
    for (let row = 0; row < side; row += 1)
      data.set(
        icon.data.subarray(row * side * 4, (row + 1) * side * 4),
        (row * width + position * side) * 4,
      );
    index[name] = { x: position * side, y: 0, width: side, height: side, pixelRatio };
  }
  return { index, pixels: { width, height: side, data } };
}
