import { describe, expect, it } from 'vitest';
import { unitForTest } from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { wordChange } from './route-change.ts';

const words = wordsOf(createTexts('vi'));
const one = unitForTest({ unitId: '1', callSign: 'XE 01', secondsToWater: 400 });
const two = unitForTest({ unitId: '2', callSign: 'XE 02', secondsToWater: 450 });

describe('the change of a way', () => {
  it('is said with the minutes before and after', () => {
    const later = { ...one, secondsToWater: 485 };
    expect(wordChange({ units: [one] }, { units: [later] }, { unitId: '1', words })).toBe(
      'Đường đi đã đổi: XE 01 6:40 → 8:05',
    );
  });

  it('is not said where nothing really changed', () => {
    const same = { ...one, secondsToWater: 405 };
    expect(wordChange({ units: [one] }, { units: [same] }, { unitId: null, words })).toBeNull();
  });

  it('is not said of a rough answer beside a full one', () => {
    const rough = { ...one, hose: null, secondsToWater: null, secondsToCrew: 200 };
    expect(wordChange({ units: [one] }, { units: [rough] }, { unitId: '1', words })).toBeNull();
  });

  it('names a unit that cannot get there any more, and one that is first now', () => {
    const shut = { ...one, status: 'unreachable' as const, stop: null, secondsToWater: null };
    expect(wordChange({ units: [one] }, { units: [two, shut] }, { unitId: '1', words })).toBe(
      'Đường đi đã đổi: XE 01 không tới được',
    );
    expect(wordChange({ units: [one, two] }, { units: [two, one] }, { unitId: '1', words })).toBe(
      'Đường đi đã đổi: đến trước giờ là XE 02, 7:30',
    );
  });
});
