import { expect, test } from 'vitest';
import { lineOfText, linesOfText } from './typed-text.ts';

const line = lineOfText(80);
const lines = linesOfText(80);

test.each([
  ['of zero width', '\u200B\u200D'],
  ['a turn to the left', '\u202E'],
  ['a joiner and nothing to join', '\u200D\uFE0F'],
  ['a filler', '\u3164\u115F'],
  ['the empty pattern of Braille', '\u2800'],
  ['blanks', ' \u00A0\u3000 '],
  ['an accent on nothing', '\u0301'],
])('what nobody can see is nothing: %s', (_name, text) => {
  for (const schema of [line, lines])
    expect(schema.safeParse(text).error?.issues[0]?.message).toBe('must not be empty');
});

test.each([
  ['turned round', '\u202Enimda'],
  ['turned round within', 'a\u2066b\u2069'],
  ['holding what is of zero width', 'Lan\u200BAnh'],
  ['with a hyphen that hides', 'Lan\u00ADAnh'],
  ['with a mark of the byte order', 'Lan\uFEFFAnh'],
  ['in two lines', 'a\u2028b'],
  ['in two paragraphs', 'a\u2029b'],
  ['with a bell', 'a\u0007b'],
])('a text is refused that is %s', (_name, text) => {
  expect(line.safeParse(text).error?.issues[0]?.message).toBe('must be one line of plain text');
  expect(lines.safeParse(text).error?.issues[0]?.message).toBe('must be plain text');
});

test.each(['Nguyễn Thị Ánh', 'Nguyễn Thị Ánh'.normalize('NFD'), 'ngõ 29/70', '👩‍🚒 ❤️ 🇻🇳', '7', '?'])(
  '%s is a text',
  (text) => {
    expect(line.parse(text)).toBe(text);
    expect(lines.parse(`${text}\r\n\t${text}`)).toBe(`${text}\r\n\t${text}`);
  },
);
