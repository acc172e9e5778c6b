import { createInstance, type i18n, type TFunction } from 'i18next';
import { timeZoneOf } from './city-time.ts';
import { en } from './en.ts';
import { type Format, formatFor } from './format.ts';
import { isLanguage, type Language } from './language.ts';
import { type MessageKey, vi } from './vi.ts';

export type Params = Record<string, string | number>;

/** Keys that have plural forms are asked for without their ending. */
export type WordKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}_one` | `${infer Stem}_other`
    ? Stem
    : Key
  : never;

/** What pure functions need to put something into words. */
export type Words = {
  language: Language;
  t: (key: WordKey, params?: Params) => string;
  /** For keys made of a code that the server sent: null when the dictionaries do not know it. */
  maybe: (key: string, params?: Params) => string | null;
  format: Format;
  /** By whose clock times are told: the city's, or until it is known the computer's. */
  timeZone: string;
};

export function createTexts(language: Language): i18n {
  const texts = createInstance();
  void texts.init({
    lng: language,
    fallbackLng: 'vi',
    initAsync: false,
    // Copies: names that a city gives are added to them.
    resources: { vi: { translation: { ...vi } }, en: { translation: { ...en } } },
    // Keys are flat and contain dots.
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  return texts;
}

/** `translate` is of the language that the texts are in now. */
export function wordsOf(
  texts: i18n,
  translate: TFunction = texts.getFixedT(texts.language),
): Words {
  const language = isLanguage(texts.language) ? texts.language : 'vi';
  const timeZone = timeZoneOf(texts);
  return {
    language,
    t: (key, params) => translate(key, withCount(params)),
    maybe: (key, params) =>
      texts.exists(key, withCount(params)) ? translate(key, withCount(params)) : null,
    format: formatFor(language, timeZone),
    timeZone,
  };
}

/** Plural forms are chosen by `n`, which the texts show as well. */
function withCount(params: Params = {}): Params & { count?: number } {
  const n = params['n'];
  return typeof n === 'number' ? { ...params, count: n } : params;
}
