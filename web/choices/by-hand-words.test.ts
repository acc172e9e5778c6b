import { describe, expect, it } from 'vitest';
import type { ResponseResult } from '../../server/response/schema.ts';
import {
  destinationForTest,
  narrowAlley,
  resultForTest,
  unitForTest,
} from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { byHandOf, byHandText, lostUnitText } from './by-hand-words.ts';

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

const at = { lon: 105.82, lat: 21 };

describe('what was chosen by hand', () => {
  it('is named beside what was computed, with the reason', () => {
    const search = { unit: 'unit:5', stop: at, door: at, why: 'XE 02 hỏng bơm' };
    expect(byHandText(byHandOf(search, response)!, words)).toBe(
      'Chọn tay: XE 05 thay XE 02, cửa ở ngách 29/70 Khương Hạ, điểm dừng. Lý do: XE 02 hỏng bơm',
    );
  });

  it('is nothing where the unit shown is the one that was computed', () => {
    expect(byHandOf({ unit: 'unit:2', why: 'cũ' }, response)).toBeNull();
    expect(byHandOf({}, response)).toBeNull();
  });

  it('is never replaced in silence: a unit that cannot be sent any more is named with why', () => {
    expect(lostUnitText({ unit: 'unit:7' }, response, words)).toBe(
      'Xe XE 07 chọn tay không điều được: đang có việc. Đang hiện xe tính toán.',
    );
    expect(lostUnitText({ unit: 'unit:9' }, response, words)).toContain('không còn trong dữ liệu');
    expect(lostUnitText({ unit: 'unit:5' }, response, words)).toBeNull();
  });
});
