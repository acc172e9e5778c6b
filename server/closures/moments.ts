// When a closure is in force, and when that changes by itself. Pure.

import { isWithin, minuteOfDay } from '../../geo/graph/day-hours.ts';

export type Times = {
  from: string;
  to: string | null;
  /** Only between these times of the city's day, as 05:00 to 08:00; also over midnight. */
  daily: { from: string; to: string } | null;
  withdrawnAt: string | null;
};

const minuteMillis = 60_000;
const dayMinutes = 24 * 60;

/** `timeZone` (IANA) tells the city's time of day. */
export function isInForce(times: Times, now: Date, timeZone: string): boolean {
  if (times.withdrawnAt !== null || Date.parse(times.from) > now.getTime()) return false;
  if (times.to !== null && Date.parse(times.to) <= now.getTime()) return false;
  if (!times.daily) return true;
  const hours = { fromMinute: minuteOf(times.daily.from), toMinute: minuteOf(times.daily.to) };
  return isWithin(hours, minuteOfDay(now, timeZone));
}

/** The next moment at which one of them may begin or end; null when none will. */
export function nextChange(all: Times[], now: Date, timeZone: string): Date | null {
  const moments = all
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .flatMap(({ from, to, daily }) => [
      Date.parse(from),
      ...(to === null ? [] : [Date.parse(to)]),
      ...(daily ? [daily.from, daily.to].map((time) => nextAt(time, now, timeZone)) : []),
    ])
    .filter((moment) => moment > now.getTime());
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}

function nextAt(time: string, now: Date, timeZone: string): number {
  const ahead = minuteOf(time) - minuteOfDay(now, timeZone);
  const thisMinute = now.getTime() - (now.getTime() % minuteMillis);
  return thisMinute + (ahead > 0 ? ahead : ahead + dayMinutes) * minuteMillis;
}
