import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { wordNote, wordObstacle, wordReason } from '../dispatch/note-words.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { barrierName } from './barrier-name.ts';

const [vietnamese, english] = [wordsOf(createTexts('vi')), wordsOf(createTexts('en'))];

const kinds = ['barrier_kinds', 'obstacle_kinds'].flatMap((list) => {
  const file = new URL(`../../sql/codes/${list}.csv`, import.meta.url);
  const rows: { kind: string }[] = parse(readFileSync(file), { columns: true });
  return rows.map(({ kind }) => kind);
});

describe('what stands in the way', () => {
  it.each(kinds)('has a name in both languages: %s', (kind) => {
    for (const { maybe } of [vietnamese, english]) expect(maybe(`barrier.${kind}`)).not.toBeNull();
  });

  it('is an obstacle where nobody knows its kind, in sentences that stay sentences', () => {
    expect(barrierName('moat', vietnamese)).toBe('vật cản');
    const barrier = { code: 'barrier', params: { kind: 'moat' } };
    expect(wordReason(barrier, vietnamese)).toBe('vướng vật cản');
    expect(wordReason(barrier, english)).toBe('obstacle in the way');
    expect(wordObstacle(barrier, '', english)).toBe('the obstacle');
    const params = { name: 'Đê Tô Hoàng', kind: 'moat', hours: '5:00–8:00, 16:00–19:00' };
    const closed = { code: 'closed-at-hours', params };
    expect(wordNote(closed, english)).toBe(
      'Đê Tô Hoàng: obstacle 5:00–8:00, 16:00–19:00, no engine gets in at that time.',
    );
    expect(wordNote(closed, vietnamese)).toContain('có vật cản lúc 5:00–8:00, 16:00–19:00:');
  });

  it.each([
    [
      'both clocks',
      { kinds: 'locked_gate, gate', crewSeconds: 105, waterSeconds: 105 },
      'Dọc đường rải vòi vướng cổng khóa, cổng: mất thêm 1:45, đã tính trong thời gian trên.',
      'Along the hose: locked gate, gate. That costs 1:45, already counted.',
    ],
    [
      'each of them something else',
      { kinds: 'stairs', crewSeconds: 4, waterSeconds: 15 },
      'Dọc đường rải vòi vướng bậc thang: người mất thêm 0:04, nước mất thêm 0:15, đã tính trong thời gian trên.',
      'Along the hose: flight of stairs. That costs the crew 0:04 and the water 0:15, already counted.',
    ],
    [
      'only the water',
      { kinds: 'locked_gate', crewSeconds: 0, waterSeconds: 90 },
      'Dọc đường rải vòi vướng cổng khóa: nước mất thêm 1:30, người không chậm, đã tính trong thời gian trên.',
      'Along the hose: locked gate. That costs the water 1:30, already counted; the crew loses nothing.',
    ],
    [
      'only who walks',
      { kinds: 'locked_gate', crewSeconds: 90, waterSeconds: null },
      'Dọc đường đi bộ vướng cổng khóa: mất thêm 1:30, đã tính trong thời gian trên.',
      'On the way on foot: locked gate. That costs 1:30, already counted.',
    ],
  ])(
    'is named where it holds up %s, with what that costs',
    (_who, params, inVietnamese, inEnglish) => {
      const note = { code: 'held-up-on-foot', params };
      expect(wordNote(note, vietnamese)).toBe(inVietnamese);
      expect(wordNote(note, english)).toBe(inEnglish);
    },
  );

  it('is said of a market as of a market, and of anything else in other words', () => {
    const hours = { from: '5:00', to: '8:00' };
    const filled = (kind: string) => ({ code: 'closed-hours', params: { kind, ...hours } });
    expect(wordReason(filled('market'), vietnamese)).toBe(
      'chợ họp 5:00–8:00, giờ này xe không qua được',
    );
    expect(wordReason(filled('gate'), vietnamese)).toBe(
      'cổng lúc 5:00–8:00, giờ này xe không qua được',
    );
    expect(wordReason(filled('market'), english)).toBe(
      'market from 5:00 to 8:00: closed to this engine now',
    );
  });
});
