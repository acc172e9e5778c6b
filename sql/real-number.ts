import { z } from 'zod';

/** PostgreSQL's `real` has no number as close to zero as a double may be, and refuses it: it is zero. */
export function storableAsReal(value: number): number {
  return Math.fround(value) === 0 ? 0 : value;
}

/** From outside, for a column of type `real`. */
export function realNumber(low: number, high: number): z.ZodNumber {
  return z.number().min(low).max(high).overwrite(storableAsReal);
}
