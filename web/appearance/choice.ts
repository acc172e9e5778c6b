import { isNight } from './sun.ts';

export type PaletteName = 'day' | 'night';
/** What a person chose; by the clock it is night from sunset to sunrise where the city lies. */
export type Choice = PaletteName | 'clock';
export type Place = { lon: number; lat: number };

export type Appearance = { choice: Choice; palette: PaletteName };

export const choices: readonly Choice[] = ['day', 'night', 'clock'];

/** Which palette a choice means at a time and place. */
export function paletteOf(choice: Choice, at: Date, place: Place): PaletteName {
  if (choice !== 'clock') return choice;
  return isNight(at, place) ? 'night' : 'day';
}

/** The other palette; by the clock again where the clock says the same. */
export function otherChoice({ palette }: Appearance, byClock: PaletteName): Choice {
  const other = palette === 'day' ? 'night' : 'day';
  return other === byClock ? 'clock' : other;
}
