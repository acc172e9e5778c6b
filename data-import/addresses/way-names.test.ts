import { expect, test } from 'vitest';
import { looksVietnamese, readWayName } from './way-names.ts';

test('a named alley counts as a street, marked as an alley', () => {
  expect(readWayName('Ngõ Thổ Quan')).toEqual([
    'Ngõ Thổ Quan',
    'street',
    null,
    null,
    null,
    '',
    'ngo',
    'Thổ Quan',
    'tho quan',
    'ngo tho quan',
    true,
    'ngõ Thổ Quan',
  ]);
});

test('ward and city after a comma are no part of the street', () => {
  expect(readWayName('Hàng Điếu, Cửa Đông, Hoàn Kiếm')[8]).toBe('hang dieu');
  expect(readWayName('Ngõ 5 Phố Huế, Hà Nội').slice(4, 9)).toEqual([
    ['5'],
    '5',
    'pho',
    'Huế',
    'hue',
  ]);
});

test('tells a Vietnamese city from another by the names of its ways', () => {
  expect(looksVietnamese(['Phố Huế', 'Ngõ 5', 'Kim Mã'].map(readWayName))).toBe(true);
  expect(looksVietnamese(['Market Street', '2nd Street', 'Ngo Lane'].map(readWayName))).toBe(false);
});

test('an English street is one, whether its last word is written out or not', () => {
  expect(readWayName('Geary St')[8]).toBe('geary street');
  expect(readWayName('Geary Street')[8]).toBe('geary street');
  expect(readWayName('St')[8]).toBe('st');
});
