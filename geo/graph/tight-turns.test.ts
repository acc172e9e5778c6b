import { expect, it } from 'vitest';
import type { Position } from '../position.ts';
import { at, largePumper, miniGraph, motorbike, type MiniRoad } from './graph-for-test.ts';
import { findSharpTurns, findTightTurns } from './tight-turns.ts';

/** A street from west to east, roads going off it to the north and south of its middle. */
const places = {
  west: [-200, 0],
  mouth: [0, 0],
  east: [200, 0],
  north: [0, 100],
  bend: [0, 60],
  inside: [60, 60],
  aslant: [100, 100],
  south: [0, -100],
} satisfies Record<string, [number, number]>;

const street = (widthMeters: number): MiniRoad => ({
  name: 'Phố Khương Hạ',
  widthMeters,
  through: ['west', 'mouth', 'east'],
});
const alley = (widthMeters: number, ...through: string[]): MiniRoad => ({
  name: 'Ngõ 29',
  alleyLevel: 1,
  widthMeters,
  through,
});

/** As a router rounds it. */
const line = (...through: [number, number][]): Position[] =>
  through.map((meters) => at(...meters).map((each) => Number(each.toFixed(6))) as Position);
const intoAlley = line([-150, 0], [0, 0], [0, 30]);

function tightOn(roads: MiniRoad[], way = intoAlley, vehicle = largePumper) {
  const minDegrees = 60;
  const turns = findSharpTurns(way, minDegrees);
  return findTightTurns(miniGraph(places, roads), vehicle, { turns, minDegrees });
}

it('an alley off a street is tight for the large engine, not for the motorbike', () => {
  const roads = [street(7), alley(4, 'mouth', 'north')];
  expect(tightOn(roads)).toEqual([
    { index: 1, degrees: expect.closeTo(-90, 1), from: 0, into: 1, narrower: 1, neededMeters: expect.closeTo(5.79, 1) },
  ]); // prettier-ignore
  expect(tightOn(roads, intoAlley, motorbike)).toEqual([]);
});

it('a wide junction is not, nor an alley that is as wide as it has to be, nor one off a wide street', () => {
  expect(tightOn([street(9), alley(7, 'mouth', 'north')])).toEqual([]);
  expect(tightOn([street(7), alley(6, 'mouth', 'north')])).toEqual([]);
  expect(tightOn([street(16), alley(4, 'mouth', 'north')])).toEqual([]);
  expect(tightOn([street(9), alley(4, 'mouth', 'north')])).toHaveLength(1);
});

it('of an assumed width the high end counts', () => {
  const assumed = { ...alley(4, 'mouth', 'north'), widthProvenance: 'assumed' as const };
  expect(tightOn([street(7), { ...assumed, possibleWidthMeters: 6 }])).toEqual([]);
  expect(tightOn([street(7), { ...assumed, possibleWidthMeters: 4.5 }])).toHaveLength(1);
});

it('leaving an alley is a turn as well, where the street is turned into', () => {
  const [left] = tightOn([street(7), alley(4, 'mouth', 'north')], intoAlley.toReversed());
  expect(left).toMatchObject({ into: 0, narrower: 1, degrees: expect.closeTo(90, 1) });
});

it('straight on and gentle turns are none', () => {
  const roads = [street(3.5), alley(3.5, 'mouth', 'aslant'), alley(3.5, 'mouth', 'north')];
  expect(tightOn(roads, line([-150, 0], [0, 0], [150, 0]))).toEqual([]);
  expect(tightOn(roads, line([-150, 0], [0, 0], [50, 50]))).toEqual([]);
});

it('a bend of an alley has a rule of its own, but not where a third way goes off, nor where a street becomes an alley', () => {
  const bent = alley(4, 'mouth', 'bend', 'inside');
  const roundIt = line([0, 10], [0, 60], [30, 60]);
  expect(tightOn([bent], roundIt)).toEqual([]);
  expect(tightOn([alley(4, 'mouth', 'bend'), alley(4, 'bend', 'inside')], roundIt)).toEqual([]);
  expect(tightOn([bent, alley(4, 'bend', 'north')], roundIt)).toHaveLength(1);
  const asStreet = { ...alley(4, 'mouth', 'bend'), alleyLevel: 0 };
  expect(tightOn([asStreet, alley(4, 'bend', 'inside')], roundIt)).toHaveLength(1);
});

it('ways of people and where no road is known are not turned into', () => {
  const footway = { ...alley(4, 'bend', 'north'), class: 'footway', motor: false };
  const bent = alley(4, 'mouth', 'bend', 'inside');
  expect(tightOn([bent, footway], line([0, 10], [0, 60], [30, 60]))).toEqual([]);
  expect(tightOn([street(7), alley(4, 'mouth', 'south')])).toEqual([]);
  expect(tightOn([])).toEqual([]);
});

it('a position said twice, as where one line goes on as another, hides no turn', () => {
  const [west, mouth, north] = intoAlley;
  const again: Position = [mouth![0] + 1e-7, mouth![1]];
  const [tight] = tightOn(
    [street(7), alley(4, 'mouth', 'north')],
    [west!, mouth!, again, mouth!, north!],
  );
  expect(tight).toMatchObject({ index: 1, into: 1 });
});
