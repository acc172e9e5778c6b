import type { Palette } from '../../tiles/palettes/palette.ts';
import { type Colours, coloursOf } from './colours.ts';
import { drawIcons, type IconSheet } from './map-icons.ts';

/** All that the overlay takes from a palette; drawn anew only when the palette changes. */
export type Look = { palette: Palette; colours: Colours; icons: IconSheet };

export function lookOf(palette: Palette): Look {
  return { palette, colours: coloursOf(palette), icons: drawIcons(palette) };
}
