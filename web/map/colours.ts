import type { Palette } from '../../tiles/palettes/palette.ts';

export type Rgb = [red: number, green: number, blue: number];

/** What the overlay may be coloured by: the same meanings, and the same hues, as the base map. */
export type Colours = Record<
  | 'fire'
  | 'water'
  | 'route'
  | 'casing'
  | 'tool'
  | 'closed'
  | 'avoided'
  | 'trafficJam'
  | 'trafficSlow'
  | 'trafficFree',
  Rgb
>;

export function coloursOf(palette: Palette): Colours {
  return {
    fire: rgbOf(palette.buildingChosen),
    water: rgbOf(palette.waterPoint),
    route: rgbOf(palette.route),
    casing: rgbOf(palette.casing),
    tool: rgbOf(palette.tool),
    closed: rgbOf(palette.closed),
    avoided: rgbOf(palette.avoided),
    trafficJam: rgbOf(palette.trafficJam),
    trafficSlow: rgbOf(palette.trafficSlow),
    trafficFree: rgbOf(palette.trafficFree),
  };
}

/** CSS text of one of them, for the canvas that icons are drawn on. */
export function cssColour(colour: Rgb): string {
  return `rgb(${colour.join(' ')})`;
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
