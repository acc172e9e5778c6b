import { day } from './day.ts';
import { night } from './night.ts';
import type { Palette } from './palette.ts';

/** The palettes that can be asked for by name. */
export const palettes: ReadonlyMap<string, Palette> = new Map(
  [day, night].map((palette) => [palette.name, palette]),
);
