import type { Language } from './language.ts';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

export type Format = {
  /** Thousands and decimals as the language writes them. */
  number: (value: number, fractionDigits?: number) => string;
  /** What there is of room or strength, to the tenth: never more than that. */
  limit: (value: number) => string;
  /** What is needed of it, to the tenth: never less than that. */
  need: (value: number) => string;
  /** `6:40`, or `1:02:05` from an hour on; never rounded down to a better time. */
  clock: (seconds: number) => string;
  /** How long a supply lasts: never rounded up to more than there is. */
  lasts: (seconds: number) => string;
  /** How old something is: `6:40`, from an hour on in words, `2 giờ`: a clock of hours is taken for minutes. */
  age: (seconds: number) => string;
  /** Metres to the ten below a kilometre, then kilometres. */
  distance: (meters: number) => string;
  date: (iso: string) => string;
  time: (when: Date) => string;
  /** A day and a time; the year instead of the time when it is another one. */
  moment: (when: Date, now: Date) => string;
  /** `2 giờ trước`; empty when it is less than a minute. */
  ago: (when: Date, now: Date) => string;
  list: (words: string[]) => string;
};

/** By how much a column of 4 bytes may miss the tenth that it was written with. */
const slip = 1e-5;

/** Made once: that takes far longer than writing with it, and every part of a screen asks for one. */
const made = new Map<string, Format>();

/** How numbers and times are written in one language; by the computer's clock where no other is named. */
export function formatFor(language: Language, timeZone?: string): Format {
  const key = `${language} ${timeZone}`;
  const format = made.get(key) ?? makeFormat(language, timeZone);
  made.set(key, format);
  return format;
}

function makeFormat(language: Language, timeZone?: string): Format {
  const locale = locales[language];
  const zone = timeZone === undefined ? {} : { timeZone };
  // `25/11` in both languages: what the browsers know as Vietnamese differs.
  const days = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: '2-digit', ...zone });
  const years = new Intl.DateTimeFormat('en-GB', { year: 'numeric', ...zone });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'short', ...zone });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone });
  const agos = new Intl.RelativeTimeFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'disjunction' });
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    number: (value, fractionDigits = 0) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: fractionDigits }).format(value),
    limit: (value) => tenths.format(Math.floor((value + slip) * 10) / 10),
    need: (value) => tenths.format(Math.ceil((value - slip) * 10) / 10),
    clock: clockText,
    lasts: (seconds) => clockText(Math.floor(seconds)),
    age: (seconds) => (seconds < 3_600 ? clockText(seconds) : ageText(seconds, locale)),
    distance: (meters) =>
      meters < 995
        ? `${Math.round(meters / 10) * 10} m`
        : `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(meters / 1000)} km`,
    date: (iso) => dates.format(new Date(iso)),
    time: (when) => times.format(when),
    moment: (when, now) =>
      years.format(when) === years.format(now)
        ? `${days.format(when)} ${times.format(when)}`
        : `${dates.format(when)} ${times.format(when)}`,
    ago: (when, now) => agoText((now.getTime() - when.getTime()) / 1000, agos),
    list: (words) => lists.format(words),
  };
}

function clockText(seconds: number): string {
  const whole = Math.ceil(Math.max(0, seconds) - 1e-6);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

function ageText(seconds: number, locale: string): string {
  const [unit, whole] = seconds < 86_400 ? (['hour', 3_600] as const) : (['day', 86_400] as const);
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(locale, style).format(Math.floor(seconds / whole));
}

/** In whole units, rounded down: data is never older than it says by less than one of them. */
function agoText(seconds: number, agos: Intl.RelativeTimeFormat): string {
  if (seconds < 60) return '';
  if (seconds < 3_600) return agos.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return agos.format(-Math.floor(seconds / 3_600), 'hour');
  return agos.format(-Math.floor(seconds / 86_400), 'day');
}
