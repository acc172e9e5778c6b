import { describe, expect, test } from 'vitest';
import { isPhoneText, readPhones } from './read-phones.ts';

/** What each text dials, in the order of its links. */
const dialled: [text: string, ...dialled: string[]][] = [
  ['024 3829 3179', '02438293179'],
  ['(024) 3829-3179', '02438293179'],
  ['024 - 3829 3179', '02438293179'],
  ['024/38293179', '02438293179'],
  ['0912.345.678', '0912345678'],
  ['024 3829 - 3179', '02438293179'],
  ['3829 - 3179', '38293179'],
  ['114', '114'],
  ['1900 - 8088', '19008088'],
  ['0000 100', '0000100'],
  ['1900 8088', '19008088'],
  // Extensions.
  ['1900.8088 ext. 2', '19008088;ext=2'],
  ['1900.8088 ext2', '19008088;ext=2'],
  ['024 3825 1234 máy lẻ 101', '02438251234;ext=101'],
  ['024 3825 1234 (máy lẻ: 101)', '02438251234;ext=101'],
  ['024 3825 1234, Số máy lẻ 101', '02438251234;ext=101'],
  ['024 3825 1234 - nhánh 5', '02438251234;ext=5'],
  ['(024) 1900-8088, 2', '02419008088;ext=2'],
  ['024 3825 1234, 1012', '02438251234;ext=1012'],
  // Several.
  ['024 3825 1234 / 0912 345 678', '02438251234', '0912345678'],
  ['024 3825 1234;0912 345 678', '02438251234', '0912345678'],
  ['024 3825 1234, 0912 345 678', '02438251234', '0912345678'],
  ['024 3825 1234 - 0912 345 678', '02438251234', '0912345678'],
  ['1900 8088 nhánh 2 / 0912 345 678', '19008088;ext=2', '0912345678'],
  ['114 / 115', '114', '115'],
  ['114, 115', '114', '115'],
  // The code of the country.
  ['+84 24 3829 3179', '+842438293179'],
  ['(+84) 24 3829 3179', '+842438293179'],
  ['+84 (0)24 3829 3179', '+842438293179'],
  ['(+84)(0) 24 3829 3179', '+842438293179'],
  ['+84 0912 345 678', '+84912345678'],
  ['(84-24) 3829 3179', '+842438293179'],
  ['84 912 345 678', '+84912345678'],
  ['+84 24 3829 3179 / +84 912 345 678', '+842438293179', '+84912345678'],
  // What may be read in more than one way is not dialled.
  ['024 3825 1234/35', '02438251234'],
  ['024 3825 1234, 101, 102', '02438251234;ext=101'],
  ['024 3825 1234 0912 345 678'],
  ['024 3825 1234 - 35', '02438251234'],
  ['114 - 024 3825 1234', '114', '02438251234'],
  ['114 - 115', '114', '115'],
  ['024 3825 1234/112', '02438251234'],
  ['024 38251234-35'],
  ['3825 1234-35'],
  ['024'],
  ['--'],
];

function extensionsOf(text: string): (string | null)[] {
  return readPhones(text).map(({ extension }) => extension);
}

describe('the phones in a text of a register', () => {
  test.each(dialled)('%s', (text, ...numbers) => {
    const pieces = readPhones(text);
    expect(pieces.flatMap(({ tel }) => (tel === null ? [] : [tel]))).toEqual(numbers);
    // Nothing of it is lost on screen, even where it is not dialled.
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  test('are each a link over the text they were written as', () => {
    expect(readPhones('(+84) 24 3829 3179, 2 / 0912 345 678')).toEqual([
      { text: '(+84) 24 3829 3179, 2', tel: '+842438293179;ext=2', extension: '2' },
      { text: ' / ', tel: null, extension: null },
      { text: '0912 345 678', tel: '0912345678', extension: null },
    ]);
  });

  test('tell an extension that the text does not call one', () => {
    expect(extensionsOf('024 3825 1234, 101')).toEqual(['101']);
    expect(extensionsOf('024 3825 1234 máy lẻ 101')).toEqual([null]);
    expect(extensionsOf('024 3825 1234 (ext. 101)')).toEqual([null]);
    expect(extensionsOf('0912 345 678')).toEqual([null]);
  });

  test('are taken in by a register in all these forms, and words are not', () => {
    const phones = dialled.map(([text]) => text).filter((text) => text !== '--');
    expect(phones.filter((text) => !isPhoneText(text))).toEqual([]);
    const others = ['--', '', '7', 'ask Mr Ba', '0912 345 678 (anh Ba)', 'ext 2', 'máy lẻ'];
    expect(others.filter(isPhoneText)).toEqual([]);
  });
});
