import { describe, expect, it } from 'vitest';
import { findDrive } from '../../geo/graph/drive.ts';
import { at, largePumper, miniGraph, type MiniRoad } from '../../geo/graph/graph-for-test.ts';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import { Search } from '../../geo/graph/search.ts';
import { accessFor } from '../../geo/graph/vehicle-access.ts';
import { toRoadRef } from '../planner/road-ref.ts';
import { writeGraphSteps } from './graph-steps.ts';

/** Into an alley from the south, to a T whose two arms have its name. */
const places = {
  mouth: [0, 0],
  T: [0, 100],
  west: [-80, 100],
  east: [80, 100],
  north: [80, 180],
  far: [0, 200],
} satisfies Record<string, [number, number]>;
const name = 'Ngõ 29 Khương Hạ';

type Place = [east: number, north: number];

function drawSteps(
  roads: MiniRoad[],
  to: Place,
  world: { places?: Record<string, Place>; from?: Place | undefined } = {},
) {
  const graph = miniGraph(world.places ?? places, roads);
  const near = (east: number, north: number) =>
    findNearestEdge(graph, at(east, north), { maxMeters: 30, accepts: () => true })!;
  const driver = { vehicle: largePumper, access: accessFor(graph, largePumper).stated };
  const way = { start: near(...(world.from ?? ([0, 5] as const))), to: near(...to) };
  const { roads: stretches } = findDrive(graph, new Search(graph), driver, way)!;
  const named = stretches.map((each) => ({ ...each, road: toRoadRef(graph.roads[each.road]!) }));
  return writeGraphSteps(named, at(...to));
}

function stepsTo(roads: MiniRoad[], to: [east: number, north: number]) {
  return drawSteps(roads, to).map(({ code, modifier, meters }) => [
    code,
    modifier,
    Math.round(meters),
  ]);
}

const trunk: MiniRoad = { name, through: ['mouth', 'T'] };
const westArm: MiniRoad = { name, through: ['T', 'west'] };
const eastArm: MiniRoad = { name, through: ['T', 'east', 'north'] };

it('which arm of an alley to take is said, also where all of them have its name', () => {
  const roads = [trunk, westArm, eastArm];
  const departs = ['depart', null, 95];
  const arrives = ['arrive', null, 0];
  expect(stepsTo(roads, [-70, 100])).toEqual([departs, ['continue', 'left', 70], arrives]);
  expect(stepsTo(roads, [70, 100])).toEqual([departs, ['continue', 'right', 70], arrives]);
});

it('which way to set off is said, and of no other step', () => {
  const steps = drawSteps([trunk, westArm, eastArm], [-70, 100]);
  expect(steps.map(({ heading }) => heading)).toEqual([0, undefined, undefined]);
});

it('an arm that is too narrow for the engine is one to go wrong into as well', () => {
  const narrow = { ...westArm, widthMeters: 2 };
  expect(stepsTo([trunk, narrow, eastArm], [70, 100])[1]).toEqual(['continue', 'right', 70]);
});

it('a bend of an alley is no turn where there is nowhere else to go, nor beside a footpath', () => {
  const footpath: MiniRoad = { ...westArm, class: 'footway', motor: false };
  for (const roads of [
    [trunk, eastArm],
    [trunk, footpath, eastArm],
  ])
    expect(stepsTo(roads, [80, 170])).toEqual([
      ['depart', null, 245],
      ['arrive', null, 0],
    ]);
});

const arm = (to: string, more: Partial<MiniRoad> = {}): MiniRoad => ({
  name,
  through: ['T', to],
  ...more,
});

describe('a fork of an alley', () => {
  const forked = {
    ...places,
    left: [-40, 180],
    right: [30, 180],
    ahead: [5, 180],
  } satisfies Record<string, Place>;
  const told = (roads: MiniRoad[], to: Place) =>
    drawSteps([trunk, ...roads], to, { places: forked })
      .slice(1, -1)
      .map(({ code, modifier }) => [code, modifier]);

  it('is told at each arm that bears off, where both have its name', () => {
    const roads = [arm('left'), arm('right')];
    expect(told(roads, [-35, 170])).toEqual([['continue', 'slight left']]);
    expect(told(roads, [26, 170])).toEqual([['continue', 'slight right']]);
  });

  it('asks nothing of who goes straight on, or where only one arm goes on by its name or with the traffic', () => {
    expect(told([arm('left'), arm('ahead')], [5, 170])).toEqual([]);
    expect(told([arm('left'), arm('right', { name: 'Ngách 29/70' })], [-35, 170])).toEqual([]);
    expect(told([arm('left'), arm('right', { oneway: -1 })], [-35, 170])).toEqual([]);
  });
});

const nameless = (through: MiniRoad['through'], more: Partial<MiniRoad> = {}): MiniRoad => ({
  through,
  ...more,
});

describe('ways without a name', () => {
  it('are one road where the map alone cuts them, and where they only bend', () => {
    const roads = [nameless(['mouth', 'T']), nameless(['T', 'east']), nameless(['east', 'north'])];
    expect(stepsTo(roads, [80, 170])).toEqual([
      ['depart', null, 245],
      ['arrive', null, 0],
    ]);
  });

  it('are told where one may go wrong', () => {
    const roads = [nameless(['mouth', 'T']), nameless(['T', 'west']), nameless(['T', 'east'])];
    expect(stepsTo(roads, [70, 100])).toEqual([
      ['depart', null, 95],
      ['turn', 'right', 70],
      ['arrive', null, 0],
    ]);
  });

  it('are told where a road with a name ends in them, which may go on to the side', () => {
    const roads = [{ name, through: ['mouth', 'T'] }, nameless(['T', 'far'])];
    expect(stepsTo(roads, [0, 190])).toEqual([
      ['depart', null, 95],
      ['continue', 'straight', 90],
      ['arrive', null, 0],
    ]);
  });

  it('of another kind ask nothing of who goes straight on', () => {
    const roads = [nameless(['mouth', 'T']), nameless(['T', 'far'], { class: 'track' })];
    expect(stepsTo(roads, [0, 190])).toEqual([
      ['depart', null, 185],
      ['arrive', null, 0],
    ]);
  });
});

describe('a roundabout', () => {
  const ring = {
    mouth: [0, 0],
    s: [0, 100],
    e: [20, 120],
    n: [0, 140],
    w: [-20, 120],
    east: [120, 120],
    north: [0, 240],
  } satisfies Record<string, [number, number]>;
  const roads: MiniRoad[] = [
    { through: ['s', 'e', 'n', 'w', 's'], oneway: 1, isRoundabout: true },
    { name: 'Phố Nam', through: ['mouth', 's'] },
    { name: 'Phố Đông', through: ['e', 'east'] },
    { name: 'Phố Bắc', through: ['n', 'north'] },
  ];
  const told = (to: [number, number], from?: [number, number]) =>
    drawSteps(roads, to, { places: ring, from }).map((step) => [
      step.code,
      step.exit,
      step.roadName,
      Math.round(step.meters),
    ]);

  it('is told in one step as the router tells it: which exit, onto which road', () => {
    expect(told([0, 200])).toEqual([
      ['depart', null, 'Phố Nam', 95],
      ['roundabout', 2, 'Phố Bắc', 117],
      ['arrive', null, 'Phố Bắc', 0],
    ]);
  });

  it('that the way begins on is told where the way leaves it, as the router does', () => {
    expect(told([0, 200], [15, 125])).toEqual([
      ['depart', null, null, 21],
      ['roundabout', 1, 'Phố Bắc', 60],
      ['arrive', null, 'Phố Bắc', 0],
    ]);
    const [depart] = drawSteps(roads, [0, 200], { places: ring, from: [15, 125] });
    expect(depart!.heading).toBe(315);
  });

  it('that the way ends on is entered only', () => {
    expect(told([15, 125])).toEqual([
      ['depart', null, 'Phố Nam', 95],
      ['roundabout', null, null, 35],
      ['arrive', null, null, 0],
    ]);
  });
});
