import { expect, test } from 'vitest';
import { errorForTest } from '../dispatch/answers-for-test.ts';
import { failureText } from '../dispatch/error-words.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { moveUpText, uncoveredSummary, wardsText } from './uncovered-words.ts';

const vi = wordsOf(createTexts('vi'));
const en = wordsOf(createTexts('en'));

const moveUp = {
  unitId: 'unit:3',
  callSign: 'XE 03',
  from: { id: 'station:2', name: 'Đội Giữa' },
  to: { id: 'station:1', name: 'Đội Tây' },
  driveSeconds: 400,
  isUnchecked: false,
  gain: 1_200,
};
const uncovered = {
  targetSeconds: 240,
  houses: { total: 5_000, before: 4_000, after: 2_500 },
  emptied: [],
  onRoad: 0,
  ignoresClosures: false,
  wards: [
    { ward: 'Phường Mẫu', houses: 1_400 },
    { ward: null, houses: 100 },
  ],
  moveUp,
};

test('the line says what is lost and who should move up', () => {
  expect(uncoveredSummary(uncovered, vi)).toBe(
    'Để trống 1.500 nhà ngoài 4:00 xe chạy · nên dồn XE 03',
  );
  expect(uncoveredSummary({ ...uncovered, moveUp: null }, en)).toContain('nobody to move up');
});

test('a count that knows nothing of the roads closed now says so in its line', () => {
  const closed = { ...uncovered, ignoresClosures: true };
  expect(uncoveredSummary(closed, vi)).toBe(
    'Để trống 1.500 nhà ngoài 4:00 xe chạy (chưa trừ đường cấm) · nên dồn XE 03',
  );
  expect(uncoveredSummary(closed, en)).toMatch(/4:00 \(closures not counted\) · move up XE 03$/);
});

test('a set that takes nothing away says so, and how many were out of reach before', () => {
  const houses = { total: 5_000, before: 4_000, after: 4_000 };
  expect(uncoveredSummary({ ...uncovered, houses, moveUp: null }, en)).toBe(
    'No further house beyond 4:00; 1,000 were beyond it before',
  );
});

test('the target is told as minutes of driving, not as a time of day', () => {
  const houses = { total: 5_000, before: 5_000, after: 5_000 };
  const say = (counted: typeof houses) =>
    uncoveredSummary({ ...uncovered, houses: counted, moveUp: null }, vi);
  expect(say(houses)).toBe('Mọi nhà vẫn trong 4:00 xe chạy');
  expect(say({ ...houses, before: 4_000, after: 4_000 })).toBe(
    'Không thêm nhà nào ra ngoài 4:00 xe chạy; 1.000 nhà vốn đã ở ngoài',
  );
});

test('where no house is out of reach at all, it says that', () => {
  const houses = { total: 5_000, before: 5_000, after: 5_000 };
  expect(uncoveredSummary({ ...uncovered, houses, moveUp: null }, en)).toBe(
    'Every house stays within 4:00',
  );
});

test('a count that takes long is told as that, and not as a database that is away', () => {
  const told = (code: string, words: typeof vi) => {
    const error = errorForTest(code, 503);
    return failureText({ data: undefined, dataUpdatedAt: 0, error }, 'uncovered.failed', words);
  };
  expect(told('still-counting', vi)).toBe(
    'Chưa biết để trống bao nhiêu nhà: đếm số nhà lâu hơn thường lệ, sẽ tự hỏi lại',
  );
  expect(told('still-counting', en)).toMatch(/takes longer than usual; asking again$/);
  expect(told('database-down', en)).toMatch(/the database is away/);
});

test('a move-up that was not checked in time says so, in its line too, and one of unknown time that', () => {
  const unchecked = { ...moveUp, driveSeconds: null, isUnchecked: true };
  expect(uncoveredSummary({ ...uncovered, moveUp: unchecked }, vi)).toMatch(
    /nên dồn XE 03 \(chưa kiểm tra đường cấm\)$/,
  );
  expect(uncoveredSummary({ ...uncovered, moveUp: unchecked }, en)).toMatch(
    /move up XE 03 \(not checked against closures\)$/,
  );
  expect(moveUpText(unchecked, en)).toContain(
    '· closures and drive time could not be checked in time ·',
  );
  expect(moveUpText({ ...moveUp, driveSeconds: null }, vi)).toContain('· chưa rõ giờ chạy ·');
});

test('the move-up tells from where to where, how long, and what it gains', () => {
  expect(moveUpText(moveUp, en)).toBe(
    'Move XE 03 from Đội Giữa to Đội Tây · 6:40 away · 1,200 houses are back within reach',
  );
  expect(wardsText(uncovered, vi)).toBe('Nhiều nhất: Phường Mẫu (1.400), chưa rõ phường (100)');
});
