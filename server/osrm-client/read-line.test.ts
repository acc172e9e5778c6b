import { expect, test } from 'vitest';
import { readLine } from './read-line.ts';
import { OsrmFailure } from './transport.ts';

test('a line comes back with its six decimals, east first', () => {
  expect(readLine('me~ag@iepxhElcyioAhQ_}yfg@`soxhE')).toEqual({
    type: 'LineString',
    coordinates: [
      [105.800293, 21.020263],
      [105.8, -21.1],
      [-0.000001, 0],
    ],
  });
});

test.each([
  ['no text', ''],
  ['one point', '_sv`g@_soxhE'],
  ['a line to 181° east', '_sv`g@_soxhE?__zlnC'],
])('%s is no line', (_name, text) => {
  expect(() => readLine(text)).toThrow(OsrmFailure);
});
