import { day } from '../../tiles/palettes/day.ts';

export type Rgb = [red: number, green: number, blue: number];

/** What the overlay may be coloured by: the same meanings, and the same hues, as the base map. */
export const colours = {
  fire: rgbOf(day.buildingChosen),
  water: rgbOf(day.waterPoint),
  route: rgbOf(day.station),
  casing: rgbOf('#ffffff'),
};

/** CSS text of one of them, for the canvas that icons are drawn on. */
export function cssColour(name: keyof typeof colours): string {
  return `rgb(${colours[name].join(' ')})`;
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
