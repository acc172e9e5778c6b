// One token of an address text.

export type Token = {
  /** As typed, NFC. */
  text: string;
  /** Folded: lower case, no diacritics. */
  key: string;
  kind: 'word' | 'number' | 'path' | 'break';
  /** A full stop followed directly: an abbreviation. */
  dotted: boolean;
};

const numberPattern = /^\d{1,5}([a-z]{1,2}\d?|bis|ter)?$/;
const rangePattern = /^\d{1,5}[a-z]?-\d{1,5}[a-z]?$/;
const pathPattern = /^[a-z]{0,2}\d{1,5}[a-z]{0,3}(\/[a-z]?\d{1,5}[a-z]{0,3}\d?)+$/;
const ordinalPattern = /^\d+(st|nd|rd|th)$/;
function classify(key: string): Token['kind'] {
  if (ordinalPattern.test(key)) return 'word';
  if (numberPattern.test(key) || rangePattern.test(key)) return 'number';
  return pathPattern.test(key) ? 'path' : 'word';
}

/** Upper-case letters behind a house number, but `bis` as it is written on plates. */
function numberText(text: string): string {
  return text.toUpperCase().replaceAll(/(?<=\d)(BIS|TER)/g, (word) => word.toLowerCase());
}

export function makeToken(text: string, key: string, dotted: boolean): Token {
  const kind = classify(key);
  return { text: kind === 'word' ? text : numberText(text), key, kind, dotted };
}
