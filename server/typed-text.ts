// Texts that people type: bounded, storable, and without what would break the lists they stand in.

import { z } from '@hono/zod-openapi';

/** Also a letter may be one that nobody sees, as the fillers of Hangul, and the empty pattern of Braille. */
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;
/** Controls, line separators, and what turns a text round or hides in it; U+200D joins emoji. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}]|(?!\u200D)\p{Cf}/u;

const bounded = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max)
    // PostgreSQL stores no text with it.
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds a character that is none')
    .refine((text) => visible.test(text), 'must not be empty');

/** One line: a line break in a name would break the lines of every list it stands in. */
export const lineOfText = (max: number) =>
  bounded(max).refine((text) => !unseen.test(text), 'must be one line of plain text');

/** Several lines, as a note may have. */
export const linesOfText = (max: number) =>
  bounded(max).refine(
    (text) => !unseen.test(text.replaceAll(/[\t\r\n]/g, ' ')),
    'must be plain text',
  );
