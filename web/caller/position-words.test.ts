import { expect, it } from 'vitest';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { kilometersOutside, positionText } from './position-words.ts';

const words = wordsOf(createTexts('vi'));
const at = { lon: 105.8012, lat: 21.0031 };

it('a position is written with how sure it is, or that nobody knows', () => {
  expect(positionText({ ...at, accuracyMeters: 30 }, words)).toBe(
    '21.00310, 105.80120 · sai số 30\u00A0m',
  );
  expect(positionText({ ...at, accuracyMeters: null }, words)).toContain('không rõ sai số');
});

it('a position in another city is told by its distance, one in this city is not', () => {
  const hanoi = [105.75, 20.95, 105.92, 21.1] as const;
  expect(kilometersOutside(at, hanoi)).toBe(0);
  const hoChiMinhCity = { lon: 106.7, lat: 10.78 };
  expect(kilometersOutside(hoChiMinhCity, hanoi)).toBeGreaterThan(1_100);
});
