import { expect, test } from 'vitest';
import { splitHouseNumber } from './split-house-number.ts';

test.each([
  ['37', 'Phố Khương Hạ', '37', 'Phố Khương Hạ'],
  ['số 6', 'Phố Bích Câu', '6', 'Phố Bích Câu'],
  ['No. 1B', 'Phố Quốc Tử Giám', '1B', 'Phố Quốc Tử Giám'],
  ['24 ngách 30', 'Ngõ Thông Phong', '24', 'ngách 30 Ngõ Thông Phong'],
  ['Số 3, Ngõ 107A', 'Tôn Đức Thắng', '3', 'Ngõ 107A Tôn Đức Thắng'],
  ['96 Ái Mộ,Phường Bồ Đề', '96 Ái Mộ,Phường Bồ Đề', '96', 'Ái Mộ,Phường Bồ Đề'],
  ['2, 3rd floor', 'Phố Tông Đản', '2, 3rd floor', 'Phố Tông Đản'],
  ['12;14', 'Market Street', '12;14', 'Market Street'],
  ['P-210, số 15', null, 'P-210, số 15', null],
])('house number "%s" of "%s"', (houseNumber, street, expectedNumber, expectedStreet) => {
  expect(splitHouseNumber(houseNumber, street)).toEqual({
    houseNumber: expectedNumber,
    street: expectedStreet,
  });
});
