// Texts that people type: bounded, storable, and without what would break the lists they stand in.

import { z } from '@hono/zod-openapi';

const bounded = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max)
    // PostgreSQL stores no text with it.
    .refine(
      (text) => !text.includes('\0') && text.isWellFormed(),
      'holds a character that is none',
    );

/** One line: a line break in a name would break the lines of every list it stands in. */
export const lineOfText = (max: number) =>
  bounded(max).refine((text) => !/\p{Cc}/u.test(text), 'must be one line of plain text');

/** Several lines, as a note may have. */
export const linesOfText = (max: number) =>
  bounded(max).refine((text) => !/[^\P{Cc}\t\r\n]/u.test(text), 'must be plain text');
