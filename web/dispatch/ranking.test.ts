import { describe, expect, it } from 'vitest';
import { resultForTest, unitForTest } from './answers-for-test.ts';
import { comingFirst, isSameQuestion, keepOrder, mostComing, rankedIds } from './ranking.ts';

const engine = (n: number, changes = {}) => unitForTest({ unitId: `unit:${n}`, ...changes });

describe('who comes behind a unit that is asked for by itself', () => {
  it('are those whom the answer about all counts on for water, soonest first', () => {
    const units = [
      engine(3),
      engine(1, { role: 'first-attack' }),
      engine(2),
      engine(4, { status: 'unreachable' }),
    ];
    expect(rankedIds(resultForTest({ units }))).toEqual(['unit:3', 'unit:2']);
  });

  it('are no more than the server takes', () => {
    const units = Array.from({ length: mostComing + 5 }, (_, n) => engine(n));
    expect(rankedIds(resultForTest({ units }))).toHaveLength(mostComing);
    expect(comingFirst(['unit:99'], rankedIds({ units }))).toHaveLength(mostComing);
  });

  it('keep their order while they are the same, and take the new one when somebody comes or goes', () => {
    const before = ['unit:1', 'unit:2'];
    expect(keepOrder(before, ['unit:2', 'unit:1'])).toBe(before);
    expect(keepOrder(before, ['unit:2', 'unit:3'])).toEqual(['unit:2', 'unit:3']);
    expect(keepOrder(before, ['unit:2'])).toEqual(['unit:2']);
    expect(keepOrder(null, before)).toBe(before);
  });

  it('are first those of the plan of a sheet, each once', () => {
    expect(comingFirst(['unit:5', 'unit:2'], ['unit:1', 'unit:2'])).toEqual([
      'unit:5',
      'unit:2',
      'unit:1',
    ]);
  });

  it('make no other question of it; another place, door or unit left out does', () => {
    const target = { placeId: 'address:1' };
    const asked = { ...target, withUnitIds: ['unit:1'] };
    expect(isSameQuestion(target, asked)).toBe(true);
    expect(isSameQuestion({ ...asked, withUnitIds: ['unit:2'] }, asked)).toBe(true);
    expect(isSameQuestion({ ...asked, withoutUnitIds: ['unit:2'] }, asked)).toBe(false);
    expect(isSameQuestion({ ...asked, placeId: 'address:2' }, asked)).toBe(false);
    expect(isSameQuestion(null, asked)).toBe(false);
  });
});
