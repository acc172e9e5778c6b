import { expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { Position } from '../../geo/position.ts';
import { doubtSteps, mendSteps } from './mend-steps.ts';
import type { Step } from './schema.ts';

/** North, on across the first junction, and west at the second. */
const line: Position[] = [at(0, 0), at(0, 300), at(0, 500), at(-200, 500)];
const [start, crossing, corner, end] = line as [Position, Position, Position, Position];

type Told = [code: string, modifier: string | null, roadName: string | null, from: Position, meters: number]; // prettier-ignore

function steps(told: Told[]): Step[] {
  const nothing = { exit: null, near: null, tight: null };
  return told.map(([code, modifier, roadName, [lon, lat], meters]) => {
    return { ...nothing, code, modifier, roadName, lon, lat, meters, seconds: meters / 10 };
  });
}

function wordsOf(told: Step[]) {
  return told.map(({ code, modifier, roadName, meters, seconds }) => [
    code,
    modifier,
    roadName,
    Math.round(meters),
    Math.round(seconds),
  ]);
}

const byGraph = steps([
  ['depart', null, 'Hoàng Diệu', start, 300],
  ['continue', 'straight', 'Nguyễn Biểu', crossing, 200],
  ['turn', 'left', 'Quán Thánh', corner, 200],
  ['arrive', null, 'Quán Thánh', end, 0],
]);

it('a turn that is told a junction too early is told where it is, and the road before it by its name', () => {
  const early = steps([
    ['depart', null, 'Hoàng Diệu', start, 300],
    ['turn', 'left', 'Quán Thánh', crossing, 400],
    ['arrive', null, 'Quán Thánh', end, 0],
  ]);
  const doubt = doubtSteps(early, line);
  expect(doubt).toEqual({ contrary: [1], untold: [2] });
  expect(wordsOf(mendSteps(early, doubt, { line, others: byGraph }))).toEqual([
    ['depart', null, 'Hoàng Diệu', 300, 30],
    ['continue', 'straight', 'Nguyễn Biểu', 200, 20],
    ['turn', 'left', 'Quán Thánh', 200, 20],
    ['arrive', null, 'Quán Thánh', 0, 0],
  ]);
});

it('a turn that no step tells gets its own, and all together stay as long', () => {
  const untold = steps([
    ['depart', null, 'Ngõ 29', start, 700],
    ['arrive', null, 'Ngõ 29', end, 0],
  ]);
  const others = steps([
    ['depart', null, 'Ngõ 29', start, 500],
    ['turn', 'left', 'Ngách 29/70', corner, 200],
    ['arrive', null, 'Ngách 29/70', end, 0],
  ]);
  const doubt = doubtSteps(untold, line);
  expect(doubt).toEqual({ contrary: [], untold: [2] });
  expect(wordsOf(mendSteps(untold, doubt, { line, others }))).toEqual([
    ['depart', null, 'Ngõ 29', 500, 50],
    ['turn', 'left', 'Ngách 29/70', 200, 20],
    ['arrive', null, 'Ngõ 29', 0, 0],
  ]);
});

it('a bend that the road graph tells no turn at stays untold', () => {
  const told = steps([
    ['depart', null, 'Ngõ 29', start, 700],
    ['arrive', null, 'Ngõ 29', end, 0],
  ]);
  const mended = mendSteps(told, doubtSteps(told, line), { line, others: told });
  expect(mended).toEqual(told);
});

it('directions that fit the way are not doubted, nor is a turn across the halves of a wide road', () => {
  expect(doubtSteps(byGraph, line)).toEqual({ contrary: [], untold: [] });
  const wide: Position[] = [at(0, 0), at(0, 300), at(-6, 312), at(-200, 312)];
  const turn = steps([
    ['depart', null, 'Cát Linh', wide[0]!, 300],
    ['turn', 'left', 'Tôn Đức Thắng', wide[1]!, 208],
    ['arrive', null, 'Tôn Đức Thắng', wide[3]!, 0],
  ]);
  expect(doubtSteps(turn, wide)).toEqual({ contrary: [], untold: [] });
});

it('a turn to the other side than the line makes it is contrary', () => {
  const turn = steps([
    ['depart', null, null, start, 500],
    ['turn', 'right', null, corner, 200],
    ['arrive', null, null, end, 0],
  ]);
  expect(doubtSteps(turn, line).contrary).toEqual([1]);
});

function sumOf(told: Step[]) {
  return Math.round(told.reduce((sum, { meters }) => sum + meters, 0));
}

it('who sets off is always told, and all together stay as long, where a turn comes back to the road of the start', () => {
  const jog: Position[] = [at(0, 0), at(0, 200), at(100, 200), at(100, 500)];
  const told = steps([
    ['depart', null, 'Ngõ 29', jog[0]!, 600],
    ['arrive', null, 'Ngõ 29', jog[3]!, 0],
  ]);
  const others = steps([
    ['depart', null, 'Ngõ 29', jog[0]!, 200],
    ['turn', 'right', null, jog[1]!, 100],
    ['turn', 'left', 'Ngõ 29', jog[2]!, 300],
    ['arrive', null, 'Ngõ 29', jog[3]!, 0],
  ]);
  const mended = mendSteps(told, doubtSteps(told, jog), { line: jog, others });
  expect(wordsOf(mended)).toEqual([
    ['depart', null, 'Ngõ 29', 200, 20],
    ['turn', 'right', null, 100, 10],
    ['turn', 'left', 'Ngõ 29', 300, 30],
    ['arrive', null, 'Ngõ 29', 0, 0],
  ]);
  expect(sumOf(mended)).toBe(600);
});

it('a turn across a wide road is told once, also where a later turn of the same step is not told', () => {
  const wide: Position[] = [at(0, 0), at(0, 300), at(0, 320), at(-300, 320), at(-300, 500)];
  const told = steps([
    ['depart', null, 'Cát Linh', wide[0]!, 300],
    ['turn', 'left', 'Tôn Đức Thắng', wide[1]!, 500],
    ['arrive', null, 'Ngõ 5', wide[4]!, 0],
  ]);
  const others = steps([
    ['depart', null, 'Cát Linh', wide[0]!, 320],
    ['turn', 'left', 'Tôn Đức Thắng', wide[2]!, 300],
    ['turn', 'right', 'Ngõ 5', wide[3]!, 180],
    ['arrive', null, 'Ngõ 5', wide[4]!, 0],
  ]);
  const mended = mendSteps(told, doubtSteps(told, wide), { line: wide, others });
  expect(mended.map(({ code, modifier, roadName }) => [code, modifier, roadName])).toEqual([
    ['depart', null, 'Cát Linh'],
    ['turn', 'left', 'Tôn Đức Thắng'],
    ['turn', 'right', 'Ngõ 5'],
    ['arrive', null, 'Ngõ 5'],
  ]);
  expect(sumOf(mended)).toBe(800);
});
