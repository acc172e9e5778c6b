import { describe, expect, it } from 'vitest';
import { unitForTest } from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { afterSaying, type Shown, watchAnswers, wordChange } from './route-change.ts';

const words = wordsOf(createTexts('vi'));
const one = unitForTest({ unitId: '1', callSign: 'XE 01', secondsToWater: 400 });
const two = unitForTest({ unitId: '2', callSign: 'XE 02', secondsToWater: 450 });

/** Due east on that latitude. */
const led = (lat: number) => ({
  ...one,
  drive: {
    ...one.drive!,
    geometry: {
      type: 'LineString' as const,
      coordinates: [
        [105.8, lat],
        [105.81, lat],
      ],
    },
  },
});

describe('the change of a way', () => {
  it('is said with the minutes before and after', () => {
    const later = { ...one, secondsToWater: 485 };
    expect(wordChange({ units: [one] }, { units: [later] }, { unitId: '1', words })).toBe(
      'Đường đi đã đổi: XE 01 6:40 → 8:05',
    );
  });

  it('is one of the time alone where both ways are drawn and are the same', () => {
    const before = led(21);
    const later = { ...before, secondsToWater: 485 };
    expect(wordChange({ units: [before] }, { units: [later] }, { unitId: '1', words })).toBe(
      'Thời gian đã đổi, đường đi như cũ: XE 01 6:40 → 8:05',
    );
  });

  it('is one of the way where the stop moved, be it by a few metres, or has another reason', () => {
    const before = led(21);
    const stop = before.stop!;
    for (const changed of [
      { ...stop, lon: stop.lon + 0.0001 },
      { ...stop, reason: { code: 'closed', params: {} } },
    ]) {
      const later = { ...before, secondsToWater: 485, stop: changed };
      expect(wordChange({ units: [before] }, { units: [later] }, { unitId: '1', words })).toBe(
        'Đường đi đã đổi: XE 01 6:40 → 8:05',
      );
    }
  });

  it('is told in a rescue by when the crew is there, whatever the water does', () => {
    const rescue = { ...one, rankedBy: 'crew' as const, secondsToCrew: 300, secondsToWater: 1_200 };
    const later = { ...rescue, secondsToCrew: 360, secondsToWater: 840 };
    expect(wordChange({ units: [rescue] }, { units: [later] }, { unitId: '1', words })).toBe(
      'Đường đi đã đổi: XE 01 5:00 → 6:00',
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
      'Xe đầu đã đổi: XE 02 thay XE 01, có nước 6:40 → 7:30',
    );
  });

  it('is told of another first unit by its crew in a rescue, and where no water comes', () => {
    const slowed = { ...one, secondsToWater: 1_200, secondsToCrew: 500 };
    const told = (change: object) => {
      const [before, after] = [one, two].map((unit) => ({
        ...unit,
        secondsToCrew: 300,
        ...change,
      }));
      const units = [after!, { ...slowed, ...change }];
      return wordChange({ units: [before!, after!] }, { units }, { unitId: '2', words });
    };
    expect(told({})).toBe('Xe đầu đã đổi: XE 02 thay XE 01, có nước 6:40 → 7:30');
    for (const change of [{ rankedBy: 'crew' as const }, { secondsToWater: null }])
      expect(told(change)).toBe('Xe đầu đã đổi: XE 02 thay XE 01, tổ xe tới 5:00 → 5:00');
  });

  it('is said of other streets though neither the time nor the stop changed', () => {
    const [before, after] = [{ units: [led(21)] }, { units: [led(21.002)] }];
    expect(wordChange(before, after, { unitId: '1', words })).toBe(
      'Đường đi đã đổi: XE 01 6:40 → 6:40',
    );
  });

  it('is not that a unit under way is nearer', () => {
    const position = { lon: 105.8, lat: 21, ageSeconds: 2, isStale: false, doubtfulMeters: null };
    const driving = { ...one, position: { ...position, isStart: true } };
    const nearer = { ...driving, secondsToWater: 360 };
    const options = { unitId: '1', words };
    expect(wordChange({ units: [driving] }, { units: [nearer] }, options)).toBeNull();
    expect(wordChange({ units: [nearer] }, { units: [driving] }, options)).not.toBeNull();
  });
});

describe('the answer to compare with', () => {
  const [before, after] = [{ units: [one] }, { units: [two] }];
  const shown = (conditions: string, answer: Shown['answer'] = before): Shown => ({
    targetKey: 'house',
    conditions,
    answer,
  });
  const start = watchAnswers(null, shown(''), 0).watch;

  it('is the one of before, where the word of the closure comes first', () => {
    const heard = watchAnswers(start, shown('1'), 60_000).watch;
    expect(watchAnswers(heard, shown('1', after), 62_000).before).toBe(before);
    expect(watchAnswers(heard, shown('1', after), 90_000).before).toBeNull();
  });

  it('is the one of before also where the new answer comes first', () => {
    const answered = watchAnswers(start, shown('', after), 60_000);
    expect(answered.before).toBeNull();
    expect(watchAnswers(answered.watch, shown('1', after), 62_000).before).toBe(before);
  });

  it('is not one that was replaced long before the closure', () => {
    const answered = watchAnswers(start, shown('', after), 60_000).watch;
    expect(watchAnswers(answered, shown('1', after), 90_000).before).toBe(after);
  });

  it('is the new one once its change was said', () => {
    const heard = watchAnswers(start, shown('1', after), 60_000).watch;
    const said = afterSaying(heard, after, 60_000);
    expect(watchAnswers(said, shown('1', after), 61_000).before).toBe(after);
  });

  it('is none of another house', () => {
    const other = { ...shown('1', after), targetKey: 'other' };
    expect(watchAnswers(start, other, 1_000).before).toBeNull();
  });
});
