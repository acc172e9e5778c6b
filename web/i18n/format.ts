import type { Language } from './language.ts';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

export type Format = {
  /** Thousands and decimals as the language writes them. */
  number: (value: number, fractionDigits?: number) => string;
  /** `6:40`, or `1:02:05` from an hour on; never rounded down to a better time. */
  clock: (seconds: number) => string;
  /** Metres to the ten below a kilometre, then kilometres. */
  distance: (meters: number) => string;
  date: (iso: string) => string;
  time: (when: Date) => string;
  list: (words: string[]) => string;
};

/** How numbers and times are written in one language. */
export function formatFor(language: Language): Format {
  const locale = locales[language];
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'short' });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const lists = new Intl.ListFormat(locale, { type: 'disjunction' });
  return {
    number: (value, fractionDigits = 0) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: fractionDigits }).format(value),
    clock: clockText,
    distance: (meters) =>
      meters < 995
        ? `${Math.round(meters / 10) * 10} m`
        : `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(meters / 1000)} km`,
    date: (iso) => dates.format(new Date(iso)),
    time: (when) => times.format(when),
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
