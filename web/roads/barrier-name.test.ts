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

  it('is named where it holds up who lays the hose, with what that costs', () => {
    const params = { kinds: 'locked_gate, stairs', seconds: 105 };
    const note = { code: 'held-up-on-foot', params };
    expect(wordNote(note, vietnamese)).toBe(
      'Trên đường rải vòi có cổng khóa, bậc thang: chậm thêm 1:45, đã tính vào giờ.',
    );
    expect(wordNote(note, english)).toBe(
      'On the way of the hose: locked gate, flight of stairs. The 1:45 that takes is counted.',
    );
  });

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
