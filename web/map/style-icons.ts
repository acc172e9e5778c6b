import { drawIcon, type Pixels } from '../../tiles/icons/draw-icon.ts';
import { paintIcons } from '../../tiles/icons/icon-paint.ts';
import { day } from '../../tiles/palettes/day.ts';

const paints = paintIcons(day);
const drawn = new Map<string, Pixels>();

/** An icon of the base map by its name in the sprite, drawn here as the server draws it. */
export function styleIcon(name: string, pixelRatio: number): Pixels {
  const key = `${name}@${pixelRatio}`;
  const icon = drawn.get(key) ?? drawIcon(paints.get(name) ?? [], pixelRatio);
  drawn.set(key, icon);
  return icon;
}
