// What cells of a register mean. Every schema takes the text of a cell; a missing one counts as empty.

import { z } from 'zod';
import { tidyText } from '../../geo/addresses/normalise-text.ts';
import { storableAsReal } from '../../sql/real-number.ts';
import { isPhoneText } from '../../geo/read-phones.ts';

const cell = z.string().default('').transform(tidyText);

export const requiredText = cell.pipe(z.string().min(1, 'is missing').max(500, 'is too long'));
export const optionalText = cell.transform((text) => (text === '' ? null : text));

/** As people write them: +84 24 3829 3179, 1900.8088 máy lẻ 2, 024 3825 1234 / 0912 345 678. */
export const optionalPhone = optionalText.pipe(
  z.string().max(60, 'is too long').refine(isPhoneText, 'is no phone number').nullable(),
);

/** From the street inwards, as 29/70. */
export const optionalAlleyPath = optionalText.pipe(
  z
    .string()
    .regex(/^[\p{L}\d+-]+(\/[\p{L}\d+-]+)*$/u, 'is no path such as 29/70')
    .nullable(),
);

// A spreadsheet in Vietnamese writes 21,03.
function readNumber(text: string): number {
  // Number() alone would also take 0x15.
  const isDecimal = /^[+-]?\d*[.,]?\d+(e[+-]?\d+)?$/i.test(text);
  return isDecimal ? Number(text.replace(',', '.')) : Number.NaN;
}

function numberWithin(low: number, high: number): z.ZodType<number, number> {
  return z
    .number(`is not a number`)
    .min(low, `is below ${low}`)
    .max(high, `is above ${high}`)
    .overwrite(storableAsReal);
}

const required = cell.pipe(z.string().min(1, 'is missing')).transform(readNumber);

export const longitude = required.pipe(numberWithin(-180, 180));
export const latitude = required.pipe(numberWithin(-90, 90));

export function requiredNumber(low: number, high: number) {
  return required.pipe(numberWithin(low, high));
}

export function optionalNumber(low: number, high: number) {
  return cell
    .transform((text) => (text === '' ? null : readNumber(text)))
    .pipe(numberWithin(low, high).nullable());
}

/** 5:00 and 05:00. */
export const optionalClock = cell
  .transform((text) => (text === '' ? null : text.padStart(5, '0')))
  .pipe(
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of day such as 05:00')
      .nullable(),
  );

export const optionalDate = cell
  .transform((text) => (text === '' ? null : text))
  .pipe(z.iso.date('is not a date such as 2026-03-31').nullable());

function word<Word extends string>(words: readonly [Word, ...Word[]]) {
  return z.enum(words, {
    error: ({ input }) => (input === undefined ? 'is missing' : `is none of ${words.join(', ')}`),
  });
}

/** One of the given words, or `fallback` when the cell is empty (missing when there is none). */
export function oneOf<Word extends string>(words: readonly [Word, ...Word[]], fallback?: Word) {
  return cell.transform((text) => (text === '' ? fallback : text.toLowerCase())).pipe(word(words));
}

export function optionalOneOf<Word extends string>(words: readonly [Word, ...Word[]]) {
  return cell
    .transform((text) => (text === '' ? null : text.toLowerCase()))
    .pipe(word(words).nullable());
}
