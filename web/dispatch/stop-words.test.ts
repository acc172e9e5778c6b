import { describe, expect, it } from 'vitest';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { narrowAlley, unitForTest } from './answers-for-test.ts';
import { wordNote, wordReason } from './note-words.ts';
import { stopLabel, stopPlace, stopReason } from './stop-words.ts';
import { limitText } from './unit-list.tsx';

const vietnamese = wordsOf(createTexts('vi'));
const english = wordsOf(createTexts('en'));

const alley = { ...narrowAlley, name: 'Ngõ 29 Khương Hạ', alleyLevel: 1, widthMeters: 3.5 };
const street = { ...alley, name: 'Phố Khương Hạ', class: 'residential', alleyLevel: 0 };
const bollard = { code: 'barrier', params: { kind: 'bollard' } };
const stop = { ...unitForTest().stop!, road: alley, blockedBy: alley, reason: bollard };

describe('where an engine stops', () => {
  it('is the mouth of the road that it cannot enter, with what keeps it out', () => {
    const atMouth = { ...stop, road: street };
    expect(stopPlace(atMouth, vietnamese)).toBe('đầu ngõ 29 Khương Hạ (cọc chắn)');
    expect(stopPlace(atMouth, english)).toBe('before Ngõ 29 Khương Hạ (bollard)');
    const narrow = { ...atMouth, reason: { code: 'too-narrow', params: {} } };
    expect(stopPlace(narrow, vietnamese)).toBe('đầu ngõ 29 Khương Hạ (3,5\u00A0m*)');
    expect(stopPlace(narrow, english)).toBe('before Ngõ 29 Khương Hạ (3.5\u00A0m*)');
  });

  it('is deep inside the road that it cannot follow further, before what stops it there', () => {
    expect(stopPlace(stop, vietnamese)).toBe('trong ngõ 29 Khương Hạ, trước cọc chắn');
    expect(stopPlace(stop, english)).toBe('in Ngõ 29 Khương Hạ, before the bollard');
    expect(stopPlace({ ...stop, road: street, blockedBy: street }, vietnamese)).toBe(
      'trên phố Khương Hạ, trước cọc chắn',
    );
  });

  it('is before the narrow place, with its width, where the alley itself becomes too narrow', () => {
    const narrow = {
      ...stop,
      blockedBy: { ...alley, widthMeters: 2.1 },
      reason: { code: 'too-narrow', params: { neededMeters: 2.5 } },
    };
    expect(stopPlace(narrow, vietnamese)).toBe(
      'trong ngõ 29 Khương Hạ, trước chỗ hẹp (2,1\u00A0m*)',
    );
  });

  it('has less room than the engine needs, however close the two are', () => {
    const measured = { ...alley, widthMeters: 3.08, provenance: 'measured' as const };
    const reason = { code: 'too-narrow', params: { neededMeters: 3.1 } };
    const narrow = { ...stop, road: street, blockedBy: measured, reason };
    expect(stopPlace(narrow, vietnamese)).toBe('đầu ngõ 29 Khương Hạ (3\u00A0m)');
    expect(stopReason(unitForTest({ stop: narrow }), vietnamese)).toBe('hẹp, xe cần 3,1\u00A0m');
    const tell = (code: string, params: Record<string, number>) =>
      wordReason({ code, params }, english);
    expect(tell('too-low', { heightMeters: 3.68, neededMeters: 3.7 })).toBe(
      'only 3.6\u00A0m high, this engine needs 3.7\u00A0m',
    );
    expect(tell('too-weak', { weightTonnes: 3.46, neededTonnes: 3.49 })).toBe(
      'bears 3.4\u00A0t, this engine weighs 3.5\u00A0t',
    );
    const params = { ...measured, widthMeters: 3.08, neededMeters: 3.1 };
    expect(wordNote({ code: 'may-not-fit', params }, english)).toContain(
      'is 3\u00A0m wide, this unit needs 3.1\u00A0m',
    );
  });

  it('is told of roads without a name by their kind', () => {
    const unnamed = { ...alley, name: null };
    expect(stopPlace({ ...stop, road: unnamed, blockedBy: unnamed }, english)).toBe(
      'in unnamed alley, before the bollard',
    );
    expect(stopPlace({ ...stop, blockedBy: unnamed }, vietnamese)).toMatch(/^đầu /);
  });

  it('says in the list what holds the unit, and not the road that it is in already', () => {
    expect(limitText(unitForTest({ stop }), vietnamese)).toBe('vướng cọc chắn');
    const atMouth = { ...stop, road: street };
    expect(limitText(unitForTest({ stop: atMouth }), vietnamese)).toBe(
      'vướng ngõ 29 Khương Hạ (cọc chắn)',
    );
    const narrow = { ...atMouth, reason: { code: 'too-narrow', params: {} } };
    expect(limitText(unitForTest({ stop: narrow }), vietnamese)).toBe(
      'vướng ngõ 29 Khương Hạ 3,5\u00A0m*',
    );
  });

  it('does not say up to the door where the house stands far behind its road', () => {
    const atDoor = { ...stop, blockedBy: null, reason: { code: 'at-door', params: {} } };
    const hose = unitForTest().hose!;
    const said = (meters: number) =>
      limitText(
        unitForTest({ stop: { ...atDoor, road: street }, hose: { ...hose, meters } }),
        vietnamese,
      );
    expect(said(0)).toBe(vietnamese.t('unit.limit.atDoor'));
    expect(said(58)).toContain('58');
  });

  it.each([
    ['too-narrow', {}, 'chỗ hẹp', 'the narrow place'],
    ['too-low', {}, 'chỗ thấp', 'the low place'],
    ['too-weak', {}, 'đoạn tải trọng thấp', 'the part that bears too little'],
    ['not-for-vehicles', {}, 'đoạn chỉ đi bộ được', 'the part for walking only'],
    ['against-oneway', {}, 'đoạn ngược chiều', 'the part that is one-way against it'],
    ['barrier', { kind: 'gate' }, 'cổng', 'the gate'],
    ['closed-hours', { kind: 'market' }, 'chợ', 'the market'],
    ['low-spot', { kind: 'low_cable' }, 'dây thấp', 'the low cable'],
    ['narrow-spot', { kind: 'narrow_spot' }, 'chỗ thắt', 'the narrow spot'],
    ['tight-corner', { degrees: 95 }, 'khúc cua gấp', 'the sharp bend'],
    ['assumed-width', {}, 'đoạn chưa đo bề rộng', 'the part of unmeasured width'],
    ['closed', { why: 'Hội', by: 'Lan' }, 'đoạn đang cấm', 'the closed part'],
    ['room-for-jacks', {}, 'đoạn không có chỗ hạ chân', 'the part without ground for its jacks'],
    ['brand-new', {}, 'chỗ vướng', 'what is in the way'],
  ])('is told for every reason there is: %s', (code, params, vi, en) => {
    const held = { ...stop, reason: { code, params } };
    expect(stopPlace(held, vietnamese)).toContain(`, trước ${vi}`);
    expect(stopPlace(held, english)).toContain(`, before ${en}`);
  });

  it.each([
    ['too-narrow', {}, '3,5\u00A0m*', '3.5\u00A0m*'],
    ['assumed-width', {}, '3,5\u00A0m*', '3.5\u00A0m*'],
    ['too-low', {}, 'chỗ thấp', 'low place'],
    ['too-weak', {}, 'tải trọng thấp', 'weak road'],
    ['not-for-vehicles', {}, 'chỉ đi bộ', 'walking only'],
    ['against-oneway', {}, 'ngược chiều', 'one-way'],
    ['barrier', { kind: 'bollard' }, 'cọc chắn', 'bollard'],
    ['barrier', { kind: 'stairs' }, 'bậc thang', 'flight of stairs'],
    ['barrier', { kind: 'moat' }, 'vật cản', 'obstacle'],
    ['closed-hours', { kind: 'market' }, 'chợ', 'market'],
    ['low-spot', { kind: 'low_cable' }, 'dây thấp', 'low cable'],
    ['narrow-spot', { kind: 'narrow_spot' }, 'chỗ thắt', 'narrow spot'],
    ['tight-corner', { degrees: 95 }, 'cua gấp', 'sharp bend'],
    ['closed', { why: 'Hội', by: 'Lan' }, 'đang cấm', 'closed'],
    ['room-for-jacks', { neededMeters: 6 }, 'chỗ hạ chân', 'ground for jacks'],
    ['brand-new', {}, 'chỗ vướng', 'blocked'],
  ])('has on the map a word or two for every reason there is: %s', (code, params, vi, en) => {
    const held = { ...stop, reason: { code, params } };
    expect(stopLabel(held, vietnamese)).toBe(`Dừng · ${vi}`);
    expect(stopLabel(held, english)).toBe(`Stop · ${en}`);
    expect(stopLabel({ ...held, blockedBy: null }, english)).toBe('Stop');
  });
});

describe('a limit that somebody judged by eye', () => {
  const cable = { kind: 'low_cable', clearMeters: 3.5, neededMeters: 3.7 };
  const pole = { kind: 'narrow_spot', clearMeters: 2.4, neededMeters: 2.5 };

  it.each([
    [
      'too-low',
      { heightMeters: 3.5, neededMeters: 3.7 },
      'thấp 3,5\u00A0m*, xe',
      '3.5\u00A0m* high',
    ],
    [
      'too-weak',
      { weightTonnes: 8, neededTonnes: 16 },
      'chịu 8\u00A0t*, xe',
      'bears 8\u00A0t*, this',
    ],
    ['low-spot', cable, 'dây thấp: cao 3,5\u00A0m*, xe', 'low cable: 3.5\u00A0m* high'],
    ['narrow-spot', pole, 'chỗ thắt: rộng 2,4\u00A0m*, xe', 'narrow spot: 2.4\u00A0m* wide'],
  ])(
    'has the sign of an assumption wherever it is told, and no other has: %s',
    (code, params, vi, en) => {
      const heldBy = (limitProvenance: string) =>
        unitForTest({
          stop: { ...stop, reason: { code, params: { ...params, limitProvenance } } },
        });
      const guessed = heldBy('assumed');
      expect(stopReason(guessed, vietnamese)).toContain(vi);
      expect(stopReason(guessed, english)).toContain(en);
      for (const words of [vietnamese, english])
        for (const text of [stopPlace, stopLabel]) {
          expect(text(guessed.stop!, words)).toMatch(/\*$/);
          expect(text(heldBy('measured').stop!, words)).not.toContain('*');
        }
      for (const known of ['measured', 'tagged'])
        expect(stopReason(heldBy(known), english)).not.toContain('*');
    },
  );
});
