import { describe, expect, it } from 'vitest';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import {
  errorForTest,
  destinationForTest,
  narrowAlley,
  resultForTest,
  setForTest,
  unitForTest,
} from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import {
  byHandOf,
  byHandText,
  lostUnitText,
  movedElsewhereText,
  noPaperText,
} from './by-hand-words.ts';

const words = wordsOf(createTexts('vi'));

const response: ResponseResult = {
  ...resultForTest(),
  destination: destinationForTest({
    door: {
      lon: 105.82,
      lat: 21,
      provenance: 'chosen',
      road: narrowAlley,
      alternatives: [],
    },
  }),
  units: [unitForTest(), unitForTest({ unitId: 'unit:5', callSign: 'XE 05' })],
  notRanked: [
    {
      unitId: 'unit:7',
      callSign: 'XE 07',
      station: 'Đội 1',
      vehicleClass: 'large',
      why: { code: 'status', params: { status: 'busy' } },
    },
  ],
};

const [first = null, other = null] = response.units;
const at = { lon: 105.82, lat: 21 };
const sentFirst = { first: 'unit:5', instead: { unit: 'unit:5', of: 'unit:2' } };

describe('what was chosen by hand', () => {
  it('is named beside what was computed, with the reason', () => {
    const why = { 'unit:5/stop': 'XE 02 hỏng bơm' };
    const search = { ...sentFirst, stop: { 'unit:5': at }, door: at, why };
    expect(byHandText(byHandOf(search, response, other)!, words)).toBe(
      'Chọn tay: XE 05 thay XE 02, cửa ở ngách 29/70 Khương Hạ, điểm dừng. Lý do: XE 02 hỏng bơm',
    );
  });

  it('is nothing where the unit shown is the one that was computed', () => {
    expect(byHandOf({ first: 'unit:2', why: { 'unit:2': 'cũ' } }, response, first)).toBeNull();
    expect(byHandOf({}, response, first)).toBeNull();
  });

  it('is no unit that is only looked at, as one that leads in the plan of a sheet', () => {
    const sent = { callSign: 'XE 05', planned: 'XE 02', leads: false };
    expect(byHandOf({}, response, other)).toBeNull();
    expect(byHandOf({ first: 'unit:2' }, response, other)).toBeNull();
    expect(byHandOf(sentFirst, response, other)!.unit).toEqual(sent);
  });

  it('is also a unit that comes beside the set, in place of nobody', () => {
    const byHand = byHandOf({ first: 'unit:2', also: ['unit:7', 'unit:5'] }, response, other)!;
    expect(byHandText(byHand, words)).toBe('Chọn tay: thêm XE 05.');
  });

  it('is nothing of a unit that is shown in place of the one chosen: the stop is the other’s', () => {
    expect(byHandOf({ first: 'unit:7', stop: { 'unit:7': at } }, response, first)).toBeNull();
  });

  it('has the reason beside what it explains, and not beside what another unit does', () => {
    const why = { 'unit:2/stop': 'tránh chợ', 'unit:5': 'hỏng bơm', door: 'chủ nhà chỉ' };
    const search = { stop: { 'unit:2': at }, door: at, why };
    const textOf = (changes: object, unit: UnitResponse | null) =>
      byHandText(byHandOf({ ...search, ...changes }, response, unit)!, words);
    expect(textOf({}, first)).toBe(
      'Chọn tay: cửa ở ngách 29/70 Khương Hạ (chủ nhà chỉ), điểm dừng. Lý do: tránh chợ',
    );
    expect(textOf(sentFirst, other)).toBe(
      'Chọn tay: XE 05 thay XE 02, cửa ở ngách 29/70 Khương Hạ (chủ nhà chỉ). Lý do: hỏng bơm',
    );
    expect(textOf({ stop: {} }, first)).toBe(
      'Chọn tay: cửa ở ngách 29/70 Khương Hạ. Lý do: chủ nhà chỉ',
    );
  });

  it('is told of the units whose stop was moved while another one is looked at', () => {
    const search = { stop: { 'unit:2': at, 'unit:7': at } };
    const textFor = (shownId: string) => movedElsewhereText(search, response, { shownId, words });
    expect(textFor('unit:5')).toBe('Điểm dừng của XE 02, XE 07 cũng đã dời tay.');
    expect(textFor('unit:2')).toBe('Điểm dừng của XE 07 cũng đã dời tay.');
    expect(movedElsewhereText({}, response, { shownId: 'unit:2', words })).toBeNull();
  });

  it('is also a unit that the ranking lacks, because it is on its way', () => {
    const onItsWay = unitForTest({ unitId: 'unit:7', callSign: 'XE 07' });
    const search = { first: 'unit:7', stop: { 'unit:7': at } };
    const instead = { unit: 'unit:7', of: 'unit:5' };
    expect(byHandOf({ ...search, instead }, response, onItsWay)).toMatchObject({
      unit: { callSign: 'XE 07', planned: 'XE 05' },
      isStopChosen: true,
    });
    // One of the set then, which replaced nobody.
    expect(byHandOf(search, response, onItsWay)).toMatchObject({
      unit: { callSign: 'XE 07', planned: 'XE 02', leads: true },
      isStopChosen: true,
    });
  });

  it('goes on naming whom it replaced, also where that one is not the first any more', () => {
    const instead = { unit: 'unit:5', of: 'unit:7' };
    const search = { first: 'unit:5', instead };
    const textOf = (changes: Partial<ResponseResult>) =>
      byHandText(byHandOf(search, { ...response, ...changes }, other)!, words);
    expect(textOf({})).toBe('Chọn tay: XE 05 thay XE 07.');
    expect(textOf({ units: response.units.toReversed() })).toBe('Chọn tay: XE 05 thay XE 07.');
  });

  it('replaces nobody where the set holds both: it only leads', () => {
    const set = setForTest(['unit:2', 'unit:5']);
    const byHand = byHandOf({ first: 'unit:5' }, { ...response, set }, other)!;
    expect(byHandText(byHand, words)).toBe('Chọn tay: XE 05 thay XE 02 đi đầu.');
  });

  it('is never replaced in silence: a unit that the server has no plan for is named with why', () => {
    const named = { unit: null, isAsking: false, error: null, refused: null };
    const [refused = null] = response.notRanked;
    expect(lostUnitText({ ...named, refused }, words)).toBe(
      'Xe XE 07 được chọn không điều được: đang có việc. Đang hiện xe tính toán.',
    );
    expect(lostUnitText(named, words)).toContain('không còn trong dữ liệu');
    const error = errorForTest('timeout');
    expect(lostUnitText({ ...named, error }, words)).toContain('Tạm thời hiện xe tính toán');
    expect(lostUnitText({ ...named, isAsking: true }, words)).toBeNull();
    expect(lostUnitText({ ...named, unit: first }, words)).toBeNull();
    expect(lostUnitText(null, words)).toBeNull();
  });

  it('has no paper of another unit: why there is none of its own is said', () => {
    const named = { unit: null, isAsking: false, error: null, refused: null };
    const [refused = null] = response.notRanked;
    expect(noPaperText({ ...named, refused }, words)).toBe(
      'Không lập được phương án cho XE 07: đang có việc.',
    );
    expect(noPaperText(named, words)).toContain('không còn trong dữ liệu');
    expect(noPaperText({ ...named, isAsking: true }, words)).toBeNull();
    expect(noPaperText({ ...named, unit: first }, words)).toBeNull();
    expect(noPaperText(null, words)).toBeNull();
  });
});
