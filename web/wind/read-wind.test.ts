import { describe, expect, it } from 'vitest';
import { readWind, windIndex } from './read-wind.ts';

describe('the wind as it is typed', () => {
  it.each([
    ['45', 45, null],
    ['45 3', 45, 3],
    ['45° 3,5 m/s', 45, 3.5],
    ['360', 0, null],
    ['NE', 45, null],
    ['ne 3 m/s', 45, 3],
    ['SSW, 12', 202.5, 12],
    ['Đông Bắc', 45, null],
    ['gió từ đông bắc 4', 45, 4],
    ['dong nam 2', 135, 2],
    ['ĐB 3', 45, 3],
    ['TN', 225, null],
    ['Nam', 180, null],
    ['bắc', 0, null],
    ['south-west 2', 225, 2],
  ])('%s', (text, fromDegrees, speedMps) => {
    expect(readWind(text, 'vi')).toEqual({ fromDegrees, speedMps });
  });

  it('asks what N means, for it is north in one language and south in the other', () => {
    expect(readWind('N', 'vi')).toBe('ambiguous');
    expect(readWind('N 3', 'vi')).toBe('ambiguous');
    expect(readWind('N 3', 'en')).toEqual({ fromDegrees: 0, speedMps: 3 });
  });

  it.each(['', '361', 'đâu đó', '45 300', '-5', 'north south'])('makes nothing of “%s”', (text) => {
    expect(readWind(text, 'vi')).toBe('unreadable');
  });

  it('is one of sixteen winds', () => {
    expect([0, 11, 12, 45, 350, 359.9].map(windIndex)).toEqual([0, 0, 1, 2, 0, 0]);
  });
});
