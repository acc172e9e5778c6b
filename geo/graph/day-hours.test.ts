import { expect, it } from 'vitest';
import { clockOf, dayOf, isWithin, minuteOfDay } from './day-hours.ts';

it('hours of a day have their first minute and not their last, and may run over midnight', () => {
  const market = { fromMinute: 300, toMinute: 480 };
  expect([299, 300, 479, 480].map((minute) => isWithin(market, minute))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const night = { fromMinute: 1380, toMinute: 300 };
  expect([0, 299, 300, 1379, 1380].map((minute) => isWithin(night, minute))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
});

it('the minute of the day is the city’s own, wherever the server stands', () => {
  const at = new Date('2026-03-31T23:30:00Z');
  expect(clockOf(minuteOfDay(at, 'Asia/Ho_Chi_Minh'))).toBe('6:30');
  expect(minuteOfDay(at, 'UTC')).toBe(23 * 60 + 30);
});

it('the day is the city’s own too', () => {
  const at = new Date('2026-03-31T23:30:00Z');
  expect(dayOf(at, 'Asia/Ho_Chi_Minh')).toBe('2026-04-01');
  expect(dayOf(at, 'UTC')).toBe('2026-03-31');
});
