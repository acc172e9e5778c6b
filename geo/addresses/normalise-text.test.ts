import { expect, test } from 'vitest';
import { foldText, tidyText } from './normalise-text.ts';

test('folds Vietnamese letters, with đ and every tone, to plain lower case', () => {
  expect(foldText('Đường Ngõ Chợ Khâm Thiên')).toBe('duong ngo cho kham thien');
  expect(foldText('ƯỚC Ữ Ợ Ẵ ỹ')).toBe('uoc u o a y');
});

test('both tone placements and both Unicode forms fold alike', () => {
  expect(foldText('Hoà Bình')).toBe(foldText('Hòa Bình'));
  expect(foldText('Khương Hạ'.normalize('NFD'))).toBe('khuong ha');
});

test('odd spaces, dashes and apostrophes become plain ones', () => {
  expect(tidyText('  Phố\u00a0Huế \u2013  số 5 ')).toBe('Phố Huế - số 5');
  expect(foldText('O\u2019Farrell  Street')).toBe("o'farrell street");
});
