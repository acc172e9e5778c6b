import { expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { Position } from '../../geo/position.ts';
import type { Step } from './schema.ts';
import { tellTightTurns } from './tell-tight-turns.ts';

/** East, then north into ngõ 29, then west into ngách 29/70. */
const line: Position[] = [
  at(0, 0),
  at(100, 0),
  at(300, 0),
  at(300, 60),
  at(300, 100),
  at(250, 100),
];

function step(code: string, [lon, lat]: Position, meters: number, roadName: string | null): Step {
  const modifier = code === 'turn' ? 'left' : null;
  const nothing = { exit: null, near: null, tight: null };
  return { ...nothing, code, modifier, roadName, meters, seconds: meters / 5, lon, lat };
}

const turn = (index: number, roadName: string) => ({
  index,
  degrees: -90,
  roadName,
  isExit: false,
  widthMeters: 4,
  provenance: 'assumed' as const,
  neededMeters: 5.79,
});
const tight = { widthMeters: 4, provenance: 'assumed', neededMeters: 5.79 };

const steps = [
  step('depart', line[0]!, 300, 'Phố Khương Hạ'),
  step('turn', line[2]!, 100, 'Ngõ 29'),
  step('turn', line[4]!, 50, 'Ngách 29/70'),
  step('arrive', line[5]!, 0, 'Ngách 29/70'),
];

it('a tight turn is told by the step that turns there, and by no other', () => {
  const told = tellTightTurns(steps, line, [turn(4, 'Ngách 29/70')]);
  expect(told.map((each) => each.tight)).toEqual([null, null, tight, null]);
  expect(told[2]).toEqual({ ...steps[2], tight });
  expect(tellTightTurns(steps, line, [])).toEqual(steps);
});

it('one that no step tells gets a step of its own, and all steps together stay as long', () => {
  const untold = [steps[0]!, steps[1]!, steps[3]!].map((each, index) =>
    index === 1 ? { ...each, meters: 150, seconds: 30 } : each,
  );
  const told = tellTightTurns(untold, line, [turn(2, 'Ngõ 29'), turn(4, 'Ngách 29/70')]);
  expect(told.map(({ code, modifier, roadName, tight: how }) => [code, modifier, roadName, how])).toEqual([
    ['depart', null, 'Phố Khương Hạ', null],
    ['turn', 'left', 'Ngõ 29', tight],
    ['continue', 'left', 'Ngách 29/70', tight],
    ['arrive', null, 'Ngách 29/70', null],
  ]); // prettier-ignore
  expect(told[2]).toMatchObject({ lon: line[4]![0], lat: line[4]![1] });
  expect(told.map(({ meters }) => Math.round(meters))).toEqual([300, 100, 50, 0]);
  expect(told.map(({ seconds }) => Math.round(seconds))).toEqual([60, 20, 10, 0]);
});

it('turning back is said as such', () => {
  const [, back] = tellTightTurns([steps[0]!, steps[3]!], line, [
    { ...turn(2, 'Phố Khương Hạ'), degrees: 180 },
  ]);
  expect(back).toMatchObject({ code: 'turn', modifier: 'uturn' });
});

it('the tight way out of a roundabout is told by its step, a later turn by one of its own', () => {
  const around = [
    steps[0]!,
    { ...step('roundabout', line[2]!, 150, 'Ngõ 29'), exit: 2 },
    { ...steps[3]!, roadName: 'Ngõ 29' },
  ];
  const exit = { ...turn(3, 'Ngõ 29'), isExit: true };
  expect(tellTightTurns(around, line, [exit])).toEqual([
    around[0],
    { ...around[1], tight },
    around[2],
  ]);
  const told = tellTightTurns(around, line, [exit, turn(4, 'Ngõ 29')]);
  expect(told.map((each) => [each.code, each.tight])).toEqual([
    ['depart', null],
    ['roundabout', tight],
    ['continue', tight],
    ['arrive', null],
  ]);
  // Where the way out itself asks for no shunting, what comes later on its road is no exit.
  const later = tellTightTurns(around, line, [turn(4, 'Ngõ 29')]);
  expect(later.map((each) => [each.code, each.tight])).toEqual([
    ['depart', null],
    ['roundabout', null],
    ['continue', tight],
    ['arrive', null],
  ]);
});

it('of a tight way into a roundabout and out of it, its step tells the one that lacks more', () => {
  const around = [
    steps[0]!,
    { ...step('roundabout', line[2]!, 150, 'Ngõ 29'), exit: 2 },
    { ...steps[3]!, roadName: 'Ngõ 29' },
  ];
  const into = turn(2, 'Vòng xuyến');
  const out = { ...turn(3, 'Ngõ 29'), isExit: true, widthMeters: 3.5 };
  const told = (turns: ReturnType<typeof turn>[]) =>
    tellTightTurns(around, line, turns).map((each) => [each.code, each.tight?.widthMeters]);
  expect(told([into, out])).toEqual([
    ['depart', undefined],
    ['roundabout', 3.5],
    ['arrive', undefined],
  ]);
  expect(told([into, { ...out, widthMeters: 4.5 }])[1]).toEqual(['roundabout', 4]);
});
