// The clock of the city: by it every time on a screen is told and taken, whatever the computer is set to.

import type { i18n } from 'i18next';

const key = 'city.timeZone';

/** The server names it (IANA); kept with the texts, so that all that is on screen is written anew. */
export function learnTimeZone(texts: i18n, timeZone: string | null): void {
  if (timeZone === null || !isTimeZone(timeZone)) return;
  if (texts.getResource('vi', 'translation', key) !== timeZone)
    texts.addResource('vi', 'translation', key, timeZone);
}

/** The computer's own until the server has named the city's. */
export function timeZoneOf(texts: i18n): string {
  const known: unknown = texts.getResource('vi', 'translation', key);
  return typeof known === 'string' ? known : Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A city's own parameter may hold anything. */
function isTimeZone(timeZone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone }) !== null;
  } catch {
    return false;
  }
}

/** `local`: a day and a time, as `<input type="datetime-local">` writes them; null for what is no moment. */
export function instantOf(local: string, timeZone: string): Date | null {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  // The clocks may have been set between that moment and the one that is meant.
  const near = asUtc - aheadOfUtc(asUtc, timeZone);
  return new Date(asUtc - aheadOfUtc(near, timeZone));
}

/** In milliseconds, at that moment. */
function aheadOfUtc(moment: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]);
  const { year, month, day, hour, minute } = Object.fromEntries(parts) as Record<string, number>;
  const wholeMinute = Math.floor(moment / 60_000) * 60_000;
  return Date.UTC(year!, month! - 1, day, hour, minute) - wholeMinute;
}

/** "GMT+7", as it is at that moment, or now. */
export function zoneText(timeZone: string, at = new Date()): string {
  const named = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' });
  return named.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
