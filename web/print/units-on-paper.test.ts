import { expect, it } from 'vitest';
import { unitForTest } from '../dispatch/answers-for-test.ts';
import { unitsOnPaper } from './units-on-paper.ts';

const engine = unitForTest({ unitId: 'unit:1' });
const crewOnly = { rankedBy: 'crew', secondsToWater: null } as const;
const bike = unitForTest({ unitId: 'unit:3', role: 'first-attack', ...crewOnly });
const ladder = unitForTest({ unitId: 'unit:4', role: 'support', ...crewOnly });
const rescue = unitForTest({ unitId: 'unit:5', role: 'support', ...crewOnly });

function onPaper(units: (typeof engine)[], chosenId: string | null = null) {
  const listed = units.map((unit) => ({ unit, stop: 'planned' as const }));
  const lists = unitsOnPaper(listed, chosenId);
  return Object.values(lists).map((list) => list.map(({ unit }) => unit.unitId));
}

it('names ladder and rescue trucks apart from first attack, which has agent', () => {
  expect(onPaper([engine, bike, ladder, rescue])).toEqual([
    ['unit:1'],
    ['unit:3'],
    ['unit:4', 'unit:5'],
    [],
  ]);
  expect(onPaper([engine, bike, ladder, rescue], 'unit:4')).toEqual([
    ['unit:1', 'unit:4'],
    ['unit:3'],
    ['unit:5'],
    [],
  ]);
});

it('names apart who cannot get there, of any kind', () => {
  const stuck = { ...unitForTest({ unitId: 'unit:6' }), status: 'unreachable' as const };
  const stuckBike = { ...bike, status: 'unreachable' as const };
  expect(onPaper([engine, stuck, stuckBike])).toEqual([['unit:1'], [], [], ['unit:6', 'unit:3']]);
  expect(onPaper([engine, stuck], 'unit:6')).toEqual([['unit:1'], [], [], ['unit:6']]);
});

it('has all in one table in a rescue, in the order in which they come', () => {
  const inRescue = { ...engine, rankedBy: 'crew' as const };
  expect(onPaper([rescue, ladder, inRescue, bike])).toEqual([
    ['unit:5', 'unit:4', 'unit:1', 'unit:3'],
    [],
    [],
    [],
  ]);
});
