import { describe, expect, test } from 'vitest';
import { labelAlley, parseAlleyName, parseStreetName } from './parse-alley-name.ts';

// Names as they stand in OpenStreetMap's Hanoi.
const alleys: [string, string, number, string, string | null, string | null][] = [
  ['Ngõ 62 Phố Ngọc Hà', 'ngo', 1, '62', 'pho', 'Ngọc Hà'],
  ['Ngõ 25B Phố Cát Linh', 'ngo', 1, '25B', 'pho', 'Cát Linh'],
  ['Ngõ 203 Kim Ngưu', 'ngo', 1, '203', null, 'Kim Ngưu'],
  ['Ngõ 2 Phố Long Biên 1', 'ngo', 1, '2', 'pho', 'Long Biên 1'],
  ['Ngõ 77 Phố 8 Tháng 3', 'ngo', 1, '77', 'pho', '8 Tháng 3'],
  ['Ngõ 2 Dốc Lapho', 'ngo', 1, '2', 'doc', 'Lapho'],
  ['Ngõ K14 Phố Trần Hữu Tước', 'ngo', 1, 'K14', 'pho', 'Trần Hữu Tước'],
  ['Ngõ 8+10 Cao Bá Quát', 'ngo', 1, '8+10', null, 'Cao Bá Quát'],
  ['Ngõ 44-46 Phố Sơn Tây', 'ngo', 1, '44-46', 'pho', 'Sơn Tây'],
  ['Ngõ 80 Ngõ Chợ Khâm Thiên', 'ngo', 1, '80', 'ngo', 'Chợ Khâm Thiên'],
  ['Ngõ 43', 'ngo', 1, '43', null, null],
  ['Ngách 2 Ngõ 158 Phố Ngọc Hà', 'ngach', 2, '158/2', 'pho', 'Ngọc Hà'],
  ['Ngách 32/57 Phố An Dương', 'ngach', 2, '32/57', 'pho', 'An Dương'],
  ['Ngách 173/59-61 Hoàng Hoa Thám', 'ngach', 2, '173/59-61', null, 'Hoàng Hoa Thám'],
  ['Ngách 100/59 Ngõ Chợ Khâm Thiên', 'ngach', 2, '100/59', 'ngo', 'Chợ Khâm Thiên'],
  ['Ngách 29 Ngõ An Trạch 1', 'ngach', 2, '29', 'ngo', 'An Trạch 1'],
  ['Ngách 36 Ngõ 241 Ngõ Chợ Khâm Thiêm', 'ngach', 2, '241/36', 'ngo', 'Chợ Khâm Thiêm'],
  ['ngách 3 ngõ 120 Phố Ái Mộ', 'ngach', 2, '120/3', 'pho', 'Ái Mộ'],
  ['Ngách 117/18', 'ngach', 2, '117/18', null, null],
  ['Ngô 154 Ngọc Hà', 'ngo', 1, '154', null, 'Ngọc Hà'],
  ['Ngàch 59/12 Hoàng Cầu', 'ngach', 2, '59/12', null, 'Hoàng Cầu'],
  ['Ngach 331/20 Đường Trần Khát Chân', 'ngach', 2, '331/20', 'duong', 'Trần Khát Chân'],
  ['Hẻm 66/16/25 Đường Ngọc Thụy', 'hem', 3, '66/16/25', 'duong', 'Ngọc Thụy'],
  ['Hẻm 7 Ngách 82 Ngõ 523 Minh Khai', 'hem', 3, '523/82/7', null, 'Minh Khai'],
  ['Hẻm 92 Ngách 51 Ngõ Linh Quang', 'hem', 3, '51/92', 'ngo', 'Linh Quang'],
  ['Hẻm 1/5/38', 'hem', 3, '1/5/38', null, null],
  ['Ngõ 310/50 Hẻm 71', 'hem', 3, '310/50/71', null, null],
  ['Ngách Ngõ Chợ Khâm Thiên', 'ngach', 2, '', 'ngo', 'Chợ Khâm Thiên'],
];

describe('reads numbered alleys', () => {
  test.each(alleys)('%s', (text, ...expected) => {
    const [type, level, path, streetType, streetName] = expected;
    expect(parseAlleyName(text)).toEqual({
      type,
      level,
      path: path === '' ? [] : path.split('/'),
      street: streetName === null ? null : { type: streetType, name: streetName },
    });
    expect(parseAlleyName(text.normalize('NFD'))).toEqual(parseAlleyName(text));
  });

  test('an alley written as ngõ but three levels deep is as deep as its path', () => {
    expect(parseAlleyName('Ngõ 43/98/31 Trung Kính')).toMatchObject({ type: 'ngo', level: 3 });
  });

  test('an outer level said twice counts once, and a missing space is no obstacle', () => {
    expect(parseAlleyName('ngách 34/56 ngõ 34 phố Vĩnh Tuy')?.path).toEqual(['34', '56']);
    expect(parseAlleyName('ngõ165 Cầu Giấy')?.path).toEqual(['165']);
    expect(parseAlleyName('hẻm 31, ngách 98, ngõ 43 đường Trung Kính')?.path).toEqual([
      '43',
      '98',
      '31',
    ]);
  });
});

describe('reads streets', () => {
  test.each([
    ['Phố Hàng Bạc', 'pho', 'Hàng Bạc'],
    ['Đường Số 5 Times City', 'duong', 'Số 5 Times City'],
    ['Phố Đường Thành', 'pho', 'Đường Thành'],
    ['Đại lộ Thăng Long', 'dai-lo', 'Thăng Long'],
    ['Ngõ Thổ Quan', 'ngo', 'Thổ Quan'],
    ['Ngõ Hòa Bình 7', 'ngo', 'Hòa Bình 7'],
    ['Pho Luong Van Can', 'pho', 'Luong Van Can'],
    ['Ngo Đào Duy Từ', 'ngo', 'Đào Duy Từ'],
    ['Kim Mã', null, 'Kim Mã'],
    ['Ngô Quyền', null, 'Ngô Quyền'],
    ['Ngo Quyen', null, 'Ngo Quyen'],
    ['Dương Đình Nghệ', null, 'Dương Đình Nghệ'],
    ['Phó Đức Chính', null, 'Phó Đức Chính'],
    ['Đốc Ngữ', null, 'Đốc Ngữ'],
    ['Phố Ngô Sĩ Liên', 'pho', 'Ngô Sĩ Liên'],
    ['Cầu vượt Ngã Tư Sở', null, 'Cầu vượt Ngã Tư Sở'],
    ['Market Street', null, 'Market Street'],
    ['Ngo Street', null, 'Ngo Street'],
    ['3rd Street', null, '3rd Street'],
  ])('%s', (text, type, name) => {
    expect(parseAlleyName(text)).toBeNull();
    expect(parseStreetName(text)).toEqual({ type, name });
  });
});

test('writes an alley in reading order', () => {
  const alley = parseAlleyName('Ngách 70 Ngõ 29 Phố Khương Hạ');
  expect(alley && labelAlley(alley)).toBe('ngách 29/70 phố Khương Hạ');
});
