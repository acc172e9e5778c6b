import { describe, expect, it } from 'vitest';
import { isNight } from './sun.ts';

const hanoi = { lon: 105.85, lat: 21.03 };

/** Minutes before and after, by which an almanac rounds and a formula of this kind may be off. */
const toleranceMs = 2 * 60_000;

/** Sunrise and sunset to the minute, as calendars print them. */
const almanac = [
  { day: 'midsummer in Hanoi', place: hanoi, rise: '2025-06-20T22:16Z', set: '2025-06-21T11:41Z' },
  { day: 'midwinter in Hanoi', place: hanoi, rise: '2025-12-20T23:30Z', set: '2025-12-21T10:19Z' },
  {
    day: 'spring in Greenwich',
    place: { lon: 0, lat: 51.48 },
    rise: '2025-03-20T06:03Z',
    set: '2025-03-20T18:14Z',
  },
];

function at(text: string, offsetMs: number): Date {
  return new Date(Date.parse(text) + offsetMs);
}

describe('the night', () => {
  it.each(almanac)('ends at sunrise and begins at sunset: $day', ({ place, rise, set }) => {
    expect(isNight(at(rise, -toleranceMs), place)).toBe(true);
    expect(isNight(at(rise, toleranceMs), place)).toBe(false);
    expect(isNight(at(set, -toleranceMs), place)).toBe(false);
    expect(isNight(at(set, toleranceMs), place)).toBe(true);
  });
});
