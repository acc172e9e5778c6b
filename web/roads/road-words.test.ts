import { describe, expect, it } from 'vitest';
import type { Correction } from '../../server/corrections/schema.ts';
import type { NearRoad } from '../../server/roads/schema.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import {
  assumedLimitText,
  correctionText,
  countOthers,
  filledBeside,
  standingBeside,
  whoAndWhen,
} from './correction-words.ts';
import { roadFacts, roadKind } from './fact-words.ts';
import { faultText } from './fault-words.ts';
import { roadMark } from './road-mark.ts';

const vi = wordsOf(createTexts('vi'));
const en = wordsOf(createTexts('en'));

const road: NearRoad = {
  target: 'way:7',
  name: 'Ngách 29/70',
  class: 'service',
  alleyLevel: 2,
  motor: true,
  widthMeters: 1.8,
  widthProvenance: 'assumed',
  possibleWidthMeters: 3,
  classMaxWidthMeters: 3,
  doubtfulWidthMeters: 6,
  doubtfulHeightMeters: 6,
  sameObstacleMeters: 8,
  maxHeightMeters: null,
  maxWeightTonnes: null,
  said: { width: null, height: null, weight: null },
  barriers: [],
  mapDay: '2026-10-25',
  synthetic: false,
  meters: 0,
  lon: 105.8,
  lat: 21,
  geometry: { type: 'LineString', coordinates: [] },
};

const said = {
  id: 1,
  by: 'Lan',
  verified: false,
  fromRegister: false,
  provenance: 'measured',
  on: '2026-03-01',
  note: null,
} as const;

const correction: Correction = {
  id: 1,
  target: 'way:7',
  label: 'ngách 29/70',
  lon: 105.8,
  lat: 21,
  field: 'width_m',
  value: 2.1,
  imported: 1.8,
  provenance: 'measured',
  state: 'applied',
  stateSince: '2026-03-02T01:00:00Z',
  reason: null,
  by: 'Lan',
  verified: false,
  enteredAt: '2026-03-02T01:00:00Z',
  observedOn: null,
  note: null,
  source: 'api',
  synthetic: false,
  supersededBy: null,
  withdrawnBy: null,
  withdrawNote: null,
  carriedBy: ['way:7'],
};

const north = (meters: number) => ({ lon: 105.8, lat: 21 + meters / 110_700 });

const factOf = (what: string, of: NearRoad) => roadFacts(of, vi).find((fact) => fact.what === what);

describe('what is known of a road', () => {
  it('carries the sign of an assumption, and how wide it may be', () => {
    expect(factOf('width', road)).toEqual({
      what: 'width',
      value: '1,8\u00A0m*',
      why: 'giả định, chưa ai đo; có thể tới 3\u00A0m',
      isAssumed: true,
    });
    expect(factOf('height', road)).toMatchObject({ value: 'không rõ', why: '' });
  });

  it('names the map and its day where the map says it', () => {
    const tagged: NearRoad = { ...road, widthProvenance: 'tagged', maxWeightTonnes: 5 };
    expect(factOf('width', tagged)).toMatchObject({ value: '1,8\u00A0m', isAssumed: false });
    expect(factOf('width', tagged)?.why).toMatch(/^ghi trên OpenStreetMap, bản .*2026|26$/);
    expect(factOf('weight', { ...tagged, mapDay: null })).toMatchObject({
      value: '5\u00A0t',
      why: 'ghi trên OpenStreetMap',
    });
  });

  it('names the person, unverified, and the day; by eye it is no measure', () => {
    const measured: NearRoad = {
      ...road,
      widthProvenance: 'measured',
      said: { ...road.said, width: said, height: { ...said, provenance: 'assumed' } },
    };
    expect(factOf('width', measured)?.why).toMatch(/^Đo thật · Lan \(chưa xác minh\) · /);
    expect(factOf('height', measured)).toMatchObject({
      value: 'không giới hạn',
      isAssumed: true,
      why: expect.stringMatching(/^Ước bằng mắt/),
    });
  });

  it('says what kind of way it is', () => {
    expect(roadKind(road, vi)).toBe('ngõ cấp 2 · đường nội bộ');
    expect(roadKind({ ...road, alleyLevel: 0, class: 'trunk_link', motor: false }, en)).toBe(
      'link, trunk road · on foot only',
    );
  });
});

describe('what people entered', () => {
  it('is said in a few words', () => {
    const cable = { kind: 'low_cable', lon: 105.8, lat: 21, clearMeters: 2.6 };
    const market = { kind: 'market', from: '05:00', to: '08:00' };
    const texts = [
      correction,
      { ...correction, field: 'max_height_m', value: null } as const,
      { ...correction, field: 'obstacle', value: cable } as const,
      { ...correction, field: 'obstacle', value: market } as const,
    ].map((one) => correctionText(one, vi));
    expect(texts).toEqual([
      'rộng 2,1\u00A0m',
      'không giới hạn chiều cao',
      'dây thấp 2,6\u00A0m',
      'chợ 05:00–08:00',
    ]);
  });

  it('is said to hold on other stretches too, from which it is withdrawn as well', () => {
    const carriedBy = ['way:7', 'way:12', 'way:12', 'way:13'];
    expect(countOthers({ ...correction, carriedBy }, 'way:7')).toBe(2);
    expect(countOthers(correction, 'way:7')).toBe(0);
    expect([1, 2].map((n) => en.t('roads.also-on', { n }))).toEqual([
      'holds on 1 other stretch too',
      'holds on 2 other stretches too',
    ]);
    expect(vi.t('roads.withdraw.sure-all', { n: 3 })).toBe('Nhấn lần nữa để gỡ ở cả 3 đoạn');
  });

  it('is told of a market in other hours, which a new one does not replace', () => {
    const of = (hours: object) =>
      ({ ...correction, field: 'obstacle', value: { kind: 'market', ...hours } }) as const;
    const entered = [correction, of({}), of({ from: '05:00', to: '08:00' })];
    const beside = (from: string, to: string, kind = 'market') =>
      filledBeside(entered, { kind, from, to }, vi);
    expect(beside('16:00', '19:00')).toBe('chợ, chợ 05:00–08:00');
    expect(beside('05:00', '08:00')).toBe('chợ');
    expect(beside('', '')).toBe('chợ 05:00–08:00');
    expect(beside('16:00', '19:00', 'bollard')).toBeNull();
  });

  it('is told of what stands within 8 m of the pressed point and goes on counting, not of what the new entry replaces', () => {
    const of = (value: object, state: Correction['state'] = 'applied') =>
      ({ ...correction, state, field: 'obstacle', value }) as Correction;
    const entered = [
      correction,
      of({ kind: 'market' }),
      of({ kind: 'gate', ...north(7) }),
      of({ kind: 'bollard', ...north(2) }),
      of({ kind: 'bollard', ...north(9) }),
      of({ kind: 'bollard', ...north(0.2) }),
      of({ kind: 'block', ...north(1) }, 'unmatched'),
    ];
    const beside = (kind: string, of = road) =>
      standingBeside(entered, kind, of).map(
        ({ meters, obstacle }) => `${obstacle.kind} ${meters.toFixed(0)}`,
      );
    expect(beside('bollard')).toEqual(['bollard 2', 'gate 7']);
    expect(beside('gate')).toEqual(['bollard 0', 'bollard 2', 'gate 7']);
    expect(beside('gate', { ...road, sameObstacleMeters: null })).toEqual([]);
  });

  it('names who and when, and that it waits for a road that is gone or holds on a part of it', () => {
    expect(whoAndWhen({ ...correction, state: 'unmatched' }, en)).toBe(
      'Lan (unverified) · entered 02/03/2026 · NOT in force: matches no road of the map any more',
    );
    const waiting = [en, vi].flatMap((language) =>
      ['lengthened', 'moved', 'stricter correction:12', 'part-of way:8', 'gone'].map((reason) =>
        whoAndWhen({ ...correction, state: 'unmatched', reason }, language)
          .split(' · ')
          .at(-1),
      ),
    );
    expect(waiting).toEqual([
      'NOT in force: the road is longer now than what was surveyed',
      'NOT in force: the road runs elsewhere now',
      'NOT in force: a stricter entry holds on this road',
      'NOT in force: it is a part of another road now',
      'NOT in force: matches no road of the map any more',
      'CHƯA áp dụng: đường này nay dài hơn đoạn đã khảo sát',
      'CHƯA áp dụng: đường nay chạy chỗ khác',
      'CHƯA áp dụng: trên đường này có mục chặt hơn đang áp dụng',
      'CHƯA áp dụng: nay là một đoạn của đường khác',
      'CHƯA áp dụng: không còn khớp với đường nào trên bản đồ',
    ]);
    const words = [en, vi].flatMap((language) =>
      ['partly 40 way:30', 'spread way:11'].map((reason) =>
        whoAndWhen({ ...correction, reason }, language)
          .split(' · ')
          .at(-1),
      ),
    );
    expect(words).toEqual([
      'on 40\u00A0m of its road it holds no longer: the map changed there',
      'held on the whole road to be safe; only a part of it was surveyed',
      'không còn hiệu lực trên 40\u00A0m của đường này: bản đồ ở đó đã thay đổi',
      'áp dụng cho cả đường để bảo đảm an toàn; mới khảo sát một đoạn',
    ]);
    for (const { maybe } of [en, vi])
      for (const code of ['better-known', 'seen-later', 'nothing-to-take-away', 'still-reported'])
        expect(maybe(`roads.error.${code}`)).toBeTruthy();
    expect(whoAndWhen({ ...correction, observedOn: '2026-03-01', provenance: 'assumed' }, en)).toBe(
      'Judged by eye · Lan (unverified) · measured or seen 01/03/2026',
    );
    const cable = { kind: 'low_cable', lon: 105.8, lat: 21, clearMeters: 3.5 };
    const guess: Correction = {
      ...correction,
      field: 'obstacle',
      value: cable,
      provenance: 'assumed',
    };
    expect(whoAndWhen(guess, vi)).toMatch(/^Ước bằng mắt · Lan/);
    expect(whoAndWhen({ ...guess, provenance: 'measured' }, vi)).toMatch(/^Lan/);
  });

  it('is listed to be measured where it was only judged by eye', () => {
    const limit = { target: 'way:7', name: null, kind: null, lon: 105.8, lat: 21 };
    const texts = [
      { ...limit, field: 'obstacle', kind: 'low_cable', amount: 3.5 } as const,
      { ...limit, field: 'max_weight_t', amount: 8 } as const,
      { ...limit, field: 'max_height_m', amount: null } as const,
    ];
    expect(texts.map((one) => assumedLimitText(one, en))).toEqual([
      'low cable 3.5\u00A0m*',
      'load up to 8\u00A0t*',
      'no limit of height*',
    ]);
    expect(assumedLimitText(texts[0]!, vi)).toBe('dây thấp 3,5\u00A0m*');
  });

  it('stands on the map where it has a place of its own', () => {
    const obstacle = (value: object) => ({ ...correction, field: 'obstacle', value }) as Correction;
    const mark = roadMark(
      road,
      [
        correction,
        obstacle({ kind: 'bollard', lon: 105.8, lat: 21 }),
        obstacle({ kind: 'market' }),
      ],
      vi,
    );
    expect(mark.obstacles).toEqual([{ position: [105.8, 21], label: 'cọc' }]);
  });
});

it('a fault says what to type, in the unit of its field', () => {
  expect(faultText('weight', { code: 'atMost', bound: 200 }, vi)).toBe('nhiều nhất 200\u00A0t');
  expect(faultText('clear', { code: 'atLeast', bound: 0.3 }, en)).toBe('at least 0.3\u00A0m');
  expect(faultText('by', { code: 'atMost', bound: 80 }, en)).toBe('not valid');
  expect(faultText('how', { code: 'needed' }, vi)).toBe('chọn: đo thật hay ước bằng mắt');
  expect(faultText('width', { code: 'wide', amount: 21, bound: 3 }, vi)).toMatch(
    /^21\u00A0m\? Đường loại này rộng nhất 3\u00A0m\./,
  );
  expect(faultText('clear', { code: 'high', amount: 26, bound: 6 }, en)).toMatch(
    /^26\u00A0m\? Above 6\u00A0m /,
  );
  expect(faultText('since', { code: 'refused' }, vi)).toBe('ngày từ 1990 đến hôm nay');
});
