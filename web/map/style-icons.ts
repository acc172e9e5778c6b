import { drawIcon, type Pixels } from '../../tiles/icons/draw-icon.ts';
import { paintIcons } from '../../tiles/icons/icon-paint.ts';
import type { Palette } from '../../tiles/palettes/palette.ts';

const drawn = new Map<string, Pixels>();

/** An icon of the base map by its name in the sprite of a palette, drawn here as the server draws it. */
export function styleIcon(palette: Palette, name: string, pixelRatio: number): Pixels {
  const key = `${palette.name}/${name}@${pixelRatio}`;
  const icon = drawn.get(key) ?? drawIcon(paintIcons(palette).get(name) ?? [], pixelRatio);
  drawn.set(key, icon);
  return icon;
}
