import { expect, test } from 'vitest';
import { errorForTest, setForTest } from '../dispatch/answers-for-test.ts';
import type { RecommendedSet } from '../../server/run-cards/schema.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import {
  amountText,
  cardText,
  setByHandText,
  setSummary,
  shortageText,
  takeBackText,
  timedByText,
} from './set-words.ts';

const vi = wordsOf(createTexts('vi'));
const en = wordsOf(createTexts('en'));

const water: RecommendedSet['requirements'][number] = {
  capability: 'water_l',
  amount: 3_500,
  have: 3_500,
  seconds: 424,
  by: [],
  why: null,
  mark: 'assumed',
  source: 'invented',
};
const ladder: RecommendedSet['requirements'][number] = {
  ...water,
  capability: 'ladder',
  amount: 1,
  have: 0,
  seconds: null,
  why: { code: 'ladder-too-short', params: { meters: 33, neededMeters: 49.5 } },
};

const timedBy = {
  router: 'osrm',
  stopOf: 'large',
  isOwnClass: true,
  isUnchecked: false,
  isGroundUnknown: false,
} as const;

const mobilised = { owner: 'A', phone: null, callOutSeconds: 60, tankLiters: null, timedBy };

function setOf(changes: Partial<RecommendedSet>): RecommendedSet {
  return {
    incidentType: 'fire',
    alarmLevel: 1,
    alarmLevels: [1, 2, 3],
    fireGroup: 'F1.3',
    floors: 15,
    estimated: ['floors'],
    requirements: [water],
    vehicles: setForTest(['unit:1', 'unit:2']).vehicles,
    chosen: null,
    total: { vehicles: 2, mobilised: 0, crew: 10, liters: 3_500, seconds: 424, isComplete: true },
    ...changes,
  };
}

test('the set is one line: how many, and when all of it is there', () => {
  expect(setSummary(setOf({}), [], vi)).toBe('Nên điều 2 xe · đủ sau 7:04');
});

test('who was sent already is told from who is still to be sent', () => {
  const set = setForTest(['unit:1', 'unit:2', 'mobilised:4']);
  const [one, two, tanker] = set.vehicles;
  const vehicles = [one!, two!, { ...tanker!, mobilised }];
  const shown = setOf({ vehicles, total: { ...set.total, seconds: 424, mobilised: 1 } });
  expect(setSummary(shown, ['unit:1', 'unit:2'], vi)).toBe(
    'Đã điều 2 xe · điều thêm 1 xe (có 1 xe huy động) · đủ sau 7:04',
  );
  expect(setSummary(shown, ['unit:1', 'unit:2', 'mobilised:4'], en)).toBe(
    '3 units sent (1 mobilised) · complete in 7:04',
  );
  expect(setSummary(shown, ['unit:9'], en)).toBe('Send 3 units (1 mobilised) · complete in 7:04');
  const text = setByHandText(
    { callSign: 'XE 02', planned: null, state: 'sent-does-not-come', error: null, why: null },
    vi,
  );
  expect(text).toBe('Không tính XE 02 đã điều: xe không tới được.');
});

test('beside the set stands whom the dispatcher chose, whom it lacks for that, or that it is not made so yet', () => {
  const byHand = { callSign: 'XE 05', planned: 'XE 02', state: 'made' as const, error: null };
  expect(setByHandText(byHand, vi)).toBe('Chọn tay: có XE 05, không có XE 02.');
  expect(setByHandText({ ...byHand, planned: null }, en)).toBe(
    'Chosen by hand: with XE 05 as well.',
  );
  const notYet = { ...byHand, state: 'not-yet' as const };
  expect(setByHandText(notYet, vi)).toBe('Đang tính lại với XE 05 chọn tay.');
  const error = errorForTest('timeout');
  expect(setByHandText({ ...notYet, error }, vi)).toMatch(/^Chưa tính với XE 05 chọn tay: .+\.$/);
  const never = { ...byHand, state: 'does-not-come' as const, why: null };
  expect(setByHandText(never, vi)).toContain('không tới được');
  expect(setByHandText({ ...byHand, callSign: 'unit:5', state: 'unknown' }, vi)).toBe(
    'Không tính xe chọn tay: xe không còn trong dữ liệu.',
  );
  const why = { code: 'replaced', params: { callSign: 'XE 02' } };
  expect(shortageText({ ...ladder, why }, vi)).toBe('XE 02 đã có xe khác thay (chọn tay)');
});

test('that a unit does not get there is said only where that is known; else why nobody knows, with the way back', () => {
  const sent = {
    callSign: 'XE 03',
    planned: null,
    state: 'sent-does-not-come',
    error: null,
  } as const;
  const why = { code: 'across-river', params: { river: 'sông Hồng' } };
  expect(setByHandText({ ...sent, why }, vi)).toBe(
    'Không tính XE 03 đã điều: ở bên kia sông Hồng, chưa rõ đường vòng.',
  );
  expect(setByHandText({ ...sent, state: 'does-not-come', why }, en)).toBe(
    'Without XE 03, chosen by hand: across sông Hồng; the way round is not known.',
  );
  const ofOthers = { ...sent, callSign: null };
  expect(setByHandText(ofOthers, vi)).toBe(
    'Không tính xe huy động đã điều: chưa tính được giờ tới.',
  );
  expect(setByHandText(ofOthers, en)).toBe(
    'Without a vehicle of others, which was sent: nobody can say when it comes.',
  );
  expect(takeBackText(sent, vi)).toBe('Rút XE 03 về');
  expect(takeBackText(ofOthers, en)).toBe('Take a vehicle of others back');
  expect(takeBackText({ ...sent, state: 'does-not-come' }, vi)).toBe('Bỏ XE 03');
  expect(setByHandText({ ...sent, state: 'sent-gone' }, vi)).toBe('');
});

test('what is missing stands in that line, and why below it', () => {
  const total = {
    vehicles: 1,
    mobilised: 1,
    crew: 6,
    liters: 3_000,
    seconds: null,
    isComplete: false,
  };
  const [crane] = setForTest(['mobilised:1']).vehicles;
  const vehicles = [{ ...crane!, mobilised }];
  expect(setSummary(setOf({ requirements: [water, ladder], vehicles, total }), [], en)).toBe(
    'Send 1 unit (1 mobilised) · lacks a ladder',
  );
  expect(shortageText(ladder, vi)).toBe('thang dài nhất 33\u00A0m, cần 49,5\u00A0m');
  expect(shortageText(water, vi)).toBe('');
  const cut = { ...water, why: { code: 'not-looked-at', params: { lookedAt: 6 } } };
  expect(shortageText(cut, vi)).toBe('mới tính 6 xe tới sớm nhất');
  expect(shortageText(cut, en)).toBe('only the 6 soonest were looked at');
  const sent = {
    ...ladder,
    why: { code: 'ladder-too-short-sent', params: { meters: 33, neededMeters: 36.3 } },
  };
  expect(shortageText(sent, vi)).toBe('thang 33\u00A0m không tới mái (36,3\u00A0m), vẫn điều');
  expect(shortageText(sent, en)).toBe(
    'the 33\u00A0m ladder does not reach the eaves (36.3\u00A0m), sent all the same',
  );
  const params = { meters: 33.26, neededMeters: 33.31 };
  expect(shortageText({ ...ladder, why: { code: 'ladder-too-short', params } }, vi)).toBe(
    'thang dài nhất 33,2\u00A0m, cần 33,4\u00A0m',
  );
});

test('a unit in repair is said to be so in the words of the list', () => {
  const why = { code: 'not-available', params: { status: 'busy' } };
  expect(shortageText({ ...ladder, why }, vi)).toContain('đang có việc');
});

test('a vehicle of others that cannot be had is said to be so in the language of the page', () => {
  const why = { code: 'not-available', params: { status: 'unavailable' } };
  expect(shortageText({ ...ladder, why }, vi)).toBe(
    'có nhưng không sẵn sàng (hiện không huy động được)',
  );
  expect(shortageText({ ...ladder, why }, en)).toBe('there, but not available (not to be had now)');
});

test('no card at all is said, not shown as complete', () => {
  expect(setSummary(setOf({ requirements: [], vehicles: [] }), [], en)).toBe(
    'No run card for this incident',
  );
});

test('amounts are written in the language, and what is estimated has its sign', () => {
  expect(amountText(water, vi)).toBe('3.500\u00A0/\u00A03.500\u00A0L');
  expect(cardText(setOf({}), en)).toBe('15 floors*, group F1.3');
});

test('what the time of a vehicle of others rests on is said where it is less than that of an own one', () => {
  expect(timedByText(mobilised, vi)).toEqual([]);
  const other = {
    ...timedBy,
    router: 'straight-line',
    stopOf: 'small',
    isOwnClass: false,
  } as const;
  expect(timedByText({ ...mobilised, timedBy: other }, vi)).toEqual([
    'chỗ dừng lấy theo xe nhỏ',
    'giờ chạy ước theo đường thẳng',
  ]);
  expect(timedByText({ ...mobilised, timedBy: { ...timedBy, isUnchecked: true } }, en)).toEqual([
    'way not checked against corrections',
  ]);
  const unseen = { ...mobilised, timedBy: { ...timedBy, isGroundUnknown: true } };
  expect(timedByText(unseen, vi)).toEqual(['chưa xem chỗ hạ chân chống']);
  expect(timedByText(unseen, en)).toEqual(['ground for its jacks not looked at']);
});
