import { expect, test } from 'vitest';
import { writeCsv } from './csv.ts';

test.each([
  ['=1+1', `'=1+1`],
  ['+84 24 114', `'+84 24 114`],
  ['-2', `'-2`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `'\t=1`],
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['a;b', '"a;b"'],
  ['two\nlines', '"two\nlines"'],
  [null, ''],
  [-105.8, '-105.8'],
  [false, 'false'],
  [['way:1', 'way:2'], 'way:1 way:2'],
])('%j is a cell that no spreadsheet runs or splits: %j', (value, written) => {
  expect(writeCsv(['x'], [{ x: value }])).toBe(`\uFEFFx\r\n${written}\r\n`);
});
