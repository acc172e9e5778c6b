import type { DayHours } from './road.ts';

/** Whether a minute of the day lies in the hours; they may run over midnight, or all day from one minute to itself. */
export function isWithin({ fromMinute, toMinute }: DayHours, minute: number): boolean {
  return fromMinute < toMinute
    ? minute >= fromMinute && minute < toMinute
    : minute >= fromMinute || minute < toMinute;
}

/** 5:00 of 300. */
export function clockOf(minute: number): string {
  const minutes = String(minute % 60).padStart(2, '0');
  return `${Math.floor(minute / 60)}:${minutes}`;
}

/** Making one takes longer than all that it is used for. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** Minutes after midnight where the clock shows that time zone's time. */
export function minuteOfDay(at: Date, timeZone: string): number {
  const parts = clockIn(timeZone).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)!.value);
  return part('hour') * 60 + part('minute');
}

/** 2026-03-31 where the calendar shows that time zone's day. */
export function dayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
}
