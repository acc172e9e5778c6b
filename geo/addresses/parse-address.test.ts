import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { AddressReading } from './address-reading.ts';
import { buildGazetteer, type GazetteerName } from './gazetteer.ts';
import { parseAddress } from './parse-address.ts';

type AdminRow = { level: string; type: string; name: string; district: string; valid_to: string };

const adminRows: AdminRow[] = parse(
  readFileSync(new URL('../../sql/codes/admin_names.csv', import.meta.url)),
  { columns: true },
);

function namesOf(level: string): GazetteerName[] {
  return adminRows
    .filter((row) => row.level === level)
    .map(({ type, name, district, valid_to: end }) => ({
      type,
      name,
      ...(district === '' ? {} : { district }),
      former: end !== '',
    }));
}

const streets =
  "Hàng Bông, Nguyễn Du, Giải Phóng, Phạm Văn Đồng, Bà Triệu, Lý Thường Kiệt, Hàng Bạc, Phúc Tân, Trung Kính, Khương Hạ, Yên Xá, Phạm Thận Duật, Hồ Tùng Mậu, Vĩnh Tuy, Nguyễn Trãi, Thổ Quan, Chợ Khâm Thiên, Tam Trinh, Cầu Giấy, Ngọc Hà, Hai Bà Trưng, Đường Thành, 19/5, Market Street, 3rd Street, O'Farrell Street, Khương Đình";
const gazetteer = buildGazetteer({
  city: 'Hà Nội',
  streets: streets.split(', ').map((name) => ({ type: null, name })),
  wards: namesOf('ward'),
  districts: namesOf('district'),
  complexes: namesOf('complex'),
});

type Case = {
  id: string;
  input: string;
  expected: Record<string, unknown> & { alternatives?: Record<string, unknown>[] };
};
const casesFile = new URL('../../../shared/domain/addresses.json', import.meta.url);
const hasCases = existsSync(casesFile);
const cases: Case[] = hasCases
  ? JSON.parse(readFileSync(casesFile, 'utf8'))
  : [{ id: 'skipped:', input: '../shared/domain/addresses.json is not here', expected: {} }];
// Which regime and which new ward cannot be read from a text; a polygon or a date decides them.
const beyondText = new Set(['admin_regime', 'ambiguous', 'new_ward_candidates', 'alternatives']);

function withoutRegime(alternative: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(alternative).filter(([field]) => !beyondText.has(field)),
  );
}

describe.skipIf(!hasCases)('the shared address cases', () => {
  test.each(cases)('$id $input', ({ input, expected }) => {
    const readings = parseAddress(input, gazetteer);
    expect(readings[0]).toMatchObject(withoutRegime(expected));
    for (const alternative of expected.alternatives ?? [])
      expect(readings).toContainEqual(expect.objectContaining(withoutRegime(alternative)));
  });
});

function brief(reading: AddressReading | undefined): string {
  if (!reading) return 'nothing';
  const path = reading.alley_path.map(({ number }) => number).join('/');
  return [reading.house_number ?? '-', path || '-', reading.street?.name ?? '-'].join(' · ');
}

test.each([
  ['so 5 ngach 29/70 khuong ha', '5 · 29/70 · Khương Hạ'],
  ['Ng. 29/70 K.Hạ', '- · 29/70 · Khương Hạ'],
  ['62 ngoc ha', '62 · - · Ngọc Hà'],
  ['62 Ngọc Hà'.normalize('NFD'), '62 · - · Ngọc Hà'],
  ['62 ngoc h', '62 · - · ngoc h'],
  ['12 A phố Hàng Bạc', '12A · - · Hàng Bạc'],
  ['số nhà mười hai ngõ một trăm linh năm Hai Bà Trưng', '12 · 105 · Hai Bà Trưng'],
  ['ngách hai chín trên bảy mươi Khương Hạ số năm', '5 · 29/70 · Khương Hạ'],
  ['số 5 Đường Thành', '5 · - · Đường Thành'],
  ['5 đường 19/5', '5 · - · 19/5'],
  ['1234 Market St, San Francisco', '1234 · - · Market Street'],
  ["120 o'farrell", "120 · - · o'farrell"],
  ['120 O\u2019Farrell St', "120 · - · O'Farrell Street"],
  ['500 Sutter St San Francisco', '500 · - · Sutter street'],
  ['22 3rd Street', '22 · - · 3rd Street'],
  ['K43/12 Nguyễn Trãi', '- · 43/12 · Nguyễn Trãi'],
  ['số 8, ngách 15, ngõ 72, Nguyễn Trãi', '8 · 72/15 · Nguyễn Trãi'],
  ['cháy rồi, cháy ở 62 ngọc hà, nhanh lên', '62 · - · Ngọc Hà'],
])('reads "%s"', (text, expected) => {
  expect(brief(parseAddress(text, gazetteer)[0])).toBe(expected);
});

test('a bare slash path keeps all its readings, ranked', () => {
  expect(parseAddress('37/29/70 Khương Hạ', gazetteer).map(brief)).toEqual([
    '37 · 29/70 · Khương Hạ',
    '70 · 37/29 · Khương Hạ',
    '37 · 70/29 · Khương Hạ',
    '- · 37/29/70 · Khương Hạ',
  ]);
});

test('initials that fit several streets keep them all', () => {
  const names = parseAddress(
    '12 K. Đình',
    buildGazetteer({
      city: null,
      wards: [],
      districts: [],
      complexes: [],
      streets: [
        { type: 'pho', name: 'Khương Đình' },
        { type: 'pho', name: 'Kim Đình' },
      ],
    }),
  ).map((reading) => reading.street?.name);
  expect(names).toEqual(['Khương Đình', 'Kim Đình']);
});

test('the house that a caller stands opposite to is not the target', () => {
  const [reading] = parseAddress('đối diện số 25 ngõ 139 Tam Trinh', gazetteer);
  expect(reading).toMatchObject({ house_number: null, relative_to: { house_number: '25' } });
});

test('any text is read without failing', () => {
  for (const text of [
    '',
    '   ',
    '////',
    '-',
    '(((',
    'số',
    'ngõ',
    'P.',
    '🔥',
    'a'.repeat(200),
    '1/'.repeat(100),
  ])
    expect(parseAddress(text, gazetteer).length).toBeLessThanOrEqual(8);
});
