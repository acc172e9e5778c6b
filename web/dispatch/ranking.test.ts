import { describe, expect, it } from 'vitest';
import type { RecommendedSet } from '../../server/run-cards/schema.ts';
import { resultForTest, unitForTest } from './answers-for-test.ts';
import {
  comingFirst,
  isSameQuestion,
  keepOrder,
  mostComing,
  rankedIds,
  withComing,
  withoutShutOff,
} from './ranking.ts';

const engine = (n: number, changes = {}) => unitForTest({ unitId: `unit:${n}`, ...changes });

const setOf = (seconds: Record<number, number>): RecommendedSet => ({
  incidentType: 'fire',
  alarmLevel: 1,
  alarmLevels: [1],
  fireGroup: 'F1.4',
  floors: 3,
  estimated: [],
  requirements: [],
  vehicles: Object.entries(seconds)
    .toSorted(([, a], [, b]) => a - b)
    .map(([n, at]) => ({
      vehicleId: `unit:${n}`,
      seconds: at,
      callSign: `XE ${n}`,
      vehicleClass: 'small',
      fills: [],
      mobilised: null,
    })),
  chosen: null,
  total: { vehicles: 0, mobilised: 0, crew: 0, liters: 0, seconds: null, isComplete: false },
});

const answerOf = (seconds: Record<number, number>, degraded = false) => ({
  ...resultForTest({
    units: Object.entries(seconds)
      .toSorted(([, a], [, b]) => a - b)
      .map(([n, secondsToWater]) => engine(Number(n), { secondsToWater })),
  }),
  degraded,
});

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

  it('are first those of the recommended set, in its order, and then whom nobody recommends', () => {
    const units = [engine(1), engine(2), engine(3), engine(4)];
    expect(rankedIds({ units, set: setOf({ 9: 100, 4: 300, 3: 500 }) })).toEqual([
      'unit:4',
      'unit:3',
      'unit:1',
      'unit:2',
    ]);
  });

  it('take the new order where the set has another one, however close they are', () => {
    const units = [engine(1), engine(2), engine(3)];
    const answer = (set: RecommendedSet) => ({ ...resultForTest({ units }), set });
    const before = keepOrder(null, answer(setOf({ 1: 400, 2: 410 })));
    expect(keepOrder(before, answer(setOf({ 2: 400, 1: 410 })))).toBe(before);
    const ids = ['unit:1', 'unit:3', 'unit:2'];
    expect(keepOrder(before, answer(setOf({ 1: 400, 3: 410 }))).ids).toEqual(ids);
  });

  it('are all of them, and no more are sent than the server takes', () => {
    const units = Array.from({ length: mostComing + 5 }, (_, n) => engine(n));
    const ranking = rankedIds({ units, set: null });
    expect(ranking).toHaveLength(mostComing + 5);
    const asked = withComing({ placeId: 'address:1' }, comingFirst(['unit:99'], ranking))!;
    expect(asked.withUnitIds).toEqual(['unit:99', ...ranking.slice(0, mostComing - 1)]);
  });

  it('are nobody where nobody brings water, which is not the same as not known', () => {
    const target = { placeId: 'address:1' };
    expect(withComing(target, comingFirst([], []))).toEqual({ ...target, withUnitIds: [] });
    expect(withComing(target, comingFirst([], null))).toBe(target);
  });

  it('keep their order while they are the same, and take the new one when somebody comes or goes', () => {
    const before = keepOrder(null, answerOf({ 1: 300, 2: 310 }));
    expect(before.ids).toEqual(['unit:1', 'unit:2']);
    expect(keepOrder(before, answerOf({ 2: 300, 1: 350 }))).toBe(before);
    expect(keepOrder(before, answerOf({ 2: 300, 3: 310 })).ids).toEqual(['unit:2', 'unit:3']);
    expect(keepOrder(before, answerOf({ 2: 300 })).ids).toEqual(['unit:2']);
    expect(keepOrder(before, answerOf({ 1: 300, 2: 310, 3: 320 })).ids).toHaveLength(3);
  });

  it('take the new one where one is overtaken by more than a minute, whoever is between', () => {
    const before = keepOrder(null, answerOf({ 1: 300, 2: 320, 3: 340 }));
    const ids = ['unit:3', 'unit:2', 'unit:1'];
    expect(keepOrder(before, answerOf({ 1: 400, 2: 350, 3: 339 })).ids).toEqual(ids);
    expect(keepOrder(before, answerOf({ 1: 399, 2: 350, 3: 339 }))).toBe(before);
  });

  it('keep none of an answer whose times were guesses', () => {
    const rough = keepOrder(null, answerOf({ 1: 300, 2: 310 }, true));
    expect(keepOrder(rough, answerOf({ 1: 300, 2: 310 }, true))).toBe(rough);
    const sure = keepOrder(rough, answerOf({ 2: 300, 1: 310 }));
    expect(sure.ids).toEqual(['unit:2', 'unit:1']);
    expect(keepOrder(sure, answerOf({ 1: 300, 2: 310 }, true))).toBe(sure);
    const same = keepOrder(rough, answerOf({ 1: 300, 2: 310 }));
    expect(keepOrder(same, answerOf({ 2: 300, 1: 310 }))).toBe(same);
  });

  it.each([false, true])(
    'settle at once, whatever the seconds of those ranked one after the other: degraded %s',
    (degraded) => {
      const times = [700, null, 300, 900, 400];
      const units = times.map((seconds, n) =>
        engine(n, { secondsToWater: seconds, secondsToCrew: seconds }),
      );
      const answer = { ...resultForTest({ units }), degraded };
      const order = keepOrder(null, answer);
      expect(order.ids).toHaveLength(times.length);
      expect(keepOrder(order, answer)).toBe(order);
    },
  );

  it('are first those of the plan of a sheet, each once', () => {
    expect(comingFirst(['unit:5', 'unit:2'], ['unit:1', 'unit:2'])).toEqual([
      'unit:5',
      'unit:2',
      'unit:1',
    ]);
  });

  it('are then those sent already, also where the ranking knows nothing of them', () => {
    const sent = { placeId: 'address:1', withUnitIds: ['unit:1', 'unit:8'] };
    expect(withComing(sent, ['unit:2', 'unit:1'])!.withUnitIds).toEqual([
      'unit:2',
      'unit:1',
      'unit:8',
    ]);
    expect(withComing(sent, null)).toBe(sent);
  });

  it('are not those of a plan that get to no stop any more, while one that drives is not listed at all', () => {
    const answer = resultForTest({ units: [engine(1), engine(2, { status: 'unreachable' })] });
    expect(withoutShutOff(['unit:1', 'unit:2', 'unit:3'], answer)).toEqual(['unit:1', 'unit:3']);
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
