// When a closure is in force, and when that changes by itself. Pure.

export type Times = {
  from: string;
  to: string | null;
  /** Only between these times of the city's day, as 05:00 to 08:00; also over midnight. */
  daily: { from: string; to: string } | null;
  withdrawnAt: string | null;
};

const minuteMillis = 60_000;
const dayMinutes = 24 * 60;

/** `utcOffsetMinutes` tells the city's time of day. */
export function isInForce(times: Times, now: Date, utcOffsetMinutes: number): boolean {
  if (times.withdrawnAt !== null || Date.parse(times.from) > now.getTime()) return false;
  if (times.to !== null && Date.parse(times.to) <= now.getTime()) return false;
  if (!times.daily) return true;
  const minute = minuteOfDay(now, utcOffsetMinutes);
  const [from, to] = [minuteOf(times.daily.from), minuteOf(times.daily.to)];
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** The next moment at which one of them may begin or end; null when none will. */
export function nextChange(all: Times[], now: Date, utcOffsetMinutes: number): Date | null {
  const moments = all
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .flatMap(({ from, to, daily }) => [
      Date.parse(from),
      ...(to === null ? [] : [Date.parse(to)]),
      ...(daily ? [daily.from, daily.to].map((time) => nextAt(time, now, utcOffsetMinutes)) : []),
    ])
    .filter((moment) => moment > now.getTime());
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}

function minuteOfDay(now: Date, utcOffsetMinutes: number): number {
  const minutes = now.getTime() / minuteMillis + utcOffsetMinutes;
  return minutes - Math.floor(minutes / dayMinutes) * dayMinutes;
}

function nextAt(time: string, now: Date, utcOffsetMinutes: number): number {
  const ahead = minuteOf(time) - minuteOfDay(now, utcOffsetMinutes);
  return now.getTime() + (ahead > 0 ? ahead : ahead + dayMinutes) * minuteMillis;
}
