import { expect, it } from 'vitest';
import { keepPrinted, nextSheet, nothingPrinted, type Printing } from './printing.ts';

const begun: Printing<string> = nothingPrinted;

it('a sheet is printed once, and stays as it was printed while newer answers come', () => {
  const first = keepPrinted(begun, 'of 10:00', 'vi');
  expect(first.answer).toBe('of 10:00');
  expect(keepPrinted(first, 'of 10:15', 'vi')).toBe(first);
});

it('in another language the same answer is printed once more', () => {
  const both = keepPrinted(keepPrinted(begun, 'of 10:00', 'vi'), 'of 10:15', 'en');
  expect(both).toMatchObject({ answer: 'of 10:00', languages: ['vi', 'en'] });
  expect(keepPrinted(both, 'of 10:30', 'vi')).toBe(both);
});

it('the newer answer is another sheet, printed when somebody asks for it', () => {
  const next = nextSheet(keepPrinted(begun, 'of 10:00', 'vi'));
  expect(next).toEqual({ answer: null, languages: [], sheet: 1 });
  expect(keepPrinted(next, 'of 10:15', 'vi').answer).toBe('of 10:15');
});
