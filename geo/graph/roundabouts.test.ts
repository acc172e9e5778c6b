import { describe, expect, it } from 'vitest';
import { findDrive } from './drive.ts';
import { findExitAlong } from './exits-along.ts';
import type { Position } from '../position.ts';
import { at, largePumper, miniGraph, type MiniRoad } from './graph-for-test.ts';
import { findNearestEdge } from './locate.ts';
import { Search } from './search.ts';
import { accessFor } from './vehicle-access.ts';

type Place = [east: number, north: number];

/** A ring of 20 m, driven against the clock, with an arm to each wind and places for more. */
const places = {
  s: [0, -20], se: [14, -14], e: [20, 0], ne: [14, 14],
  n: [0, 20], nw: [-14, 14], w: [-20, 0], sw: [-14, -14],
  south: [0, -120], east: [120, 0], north: [0, 120], west: [-120, 0],
  southEast: [80, -90], northEast: [90, 80], island: [0, 0],
} satisfies Record<string, Place>; // prettier-ignore

const around: MiniRoad = {
  through: ['s', 'se', 'e', 'ne', 'n', 'nw', 'w', 'sw', 's'],
  oneway: 1,
  isRoundabout: true,
};
const south: MiniRoad = { name: 'Phố Nam', through: ['south', 's'] };
const east: MiniRoad = { name: 'Phố Đông', through: ['e', 'east'] };
const north: MiniRoad = { name: 'Phố Bắc', through: ['n', 'north'] };
const west: MiniRoad = { name: 'Phố Tây', through: ['w', 'west'] };
const crossing = [around, south, east, north, west];

const lead = (through: [string, string]): MiniRoad => ({ through, oneway: 1 });

function drive(roads: MiniRoad[], to: Place, from: Place = [0, -100], more = places) {
  const graph = miniGraph(more, roads);
  const near = (place: Place) =>
    findNearestEdge(graph, at(...place), { maxMeters: 10, accepts: () => true })!;
  const driver = { vehicle: largePumper, access: accessFor(graph, largePumper).stated };
  const found = findDrive(graph, new Search(graph), driver, { start: near(from), to: near(to) })!;
  const told = found.roads.map(({ road, exit }) => [graph.roads[road]!.name, exit]);
  return { ...found, told };
}

const exitTo = (roads: MiniRoad[], to: Place) =>
  drive(roads, to).told.find(([, exit]) => exit !== undefined)?.[1];

describe('the exit that a router’s line takes', () => {
  const off: MiniRoad = { through: ['se', 'southEast'], widthMeters: 1.5 };
  const graph = miniGraph(places, [...crossing, off]);
  const lineOf = (...through: (keyof typeof places)[]) =>
    through.map((name) => at(...places[name]));

  it('is counted like that of the graph’s own way', () => {
    const line = lineOf('south', 's', 'se', 'e', 'ne', 'n', 'north');
    expect(findExitAlong(graph, line)).toBe(3);
    expect(findExitAlong(graph, [at(0, -90), ...line.slice(1)])).toBe(3);
    const rounded = line.map(([lon, lat]): Position => [+lon.toFixed(6), +lat.toFixed(6)]);
    expect(findExitAlong(graph, [rounded[0]!, ...rounded])).toBe(3);
    expect(findExitAlong(graph, [at(19, 3), ...lineOf('ne', 'n', 'north')])).toBe(1);
  });

  it('is nothing where the line meets no roundabout, ends on it, or runs beside all roads of the graph', () => {
    expect(findExitAlong(graph, [at(0, -90), ...lineOf('south')])).toBeNull();
    expect(findExitAlong(graph, lineOf('south', 's', 'se', 'e'))).toBe('none');
    expect(findExitAlong(graph, lineOf('south', 's', 'se', 'north'))).toBeNull();
  });
});

describe('the exit of a roundabout', () => {
  it('is counted from where the way comes onto it, also right round to the road it came by', () => {
    expect(drive(crossing, [100, 0]).told).toEqual([
      ['Phố Nam', undefined],
      ['Phố Đông', 1],
    ]);
    expect(exitTo(crossing, [0, 100])).toBe(2);
    expect(exitTo(crossing, [-100, 0])).toBe(3);
    const back = { ...south, oneway: 1 as const };
    const out: MiniRoad = { name: 'Phố Nam', through: ['sw', 'southWest'], oneway: 1 };
    const wider = { ...places, southWest: [-14, -120] as Place };
    const { told } = drive([around, back, out, east, north, west], [-14, -100], [0, -100], wider);
    expect(told.at(-1)).toEqual(['Phố Nam', 4]);
  });

  it('is not made more by roads that only lead onto it, and is by those that only lead off', () => {
    expect(exitTo([...crossing, lead(['southEast', 'se'])], [0, 100])).toBe(2);
    expect(exitTo([...crossing, lead(['se', 'southEast'])], [0, 100])).toBe(3);
    const against: MiniRoad = { through: ['southEast', 'se'], oneway: -1 };
    expect(exitTo([...crossing, against], [0, 100])).toBe(3);
  });

  it('is made more by a road that the engine does not fit, not by one for people alone', () => {
    const off: MiniRoad = { through: ['se', 'southEast'] };
    expect(exitTo([...crossing, { ...off, widthMeters: 1.5 }], [0, 100])).toBe(3);
    expect(exitTo([...crossing, { ...off, maxWeightTonnes: 3 }], [0, 100])).toBe(3);
    expect(exitTo([...crossing, { ...off, motor: false, class: 'footway' }], [0, 100])).toBe(2);
  });

  it('comes in the order in which one drives past, where two roads leave at one place', () => {
    const sharp: MiniRoad = { name: 'Phố Ngoặt', through: ['e', 'southEast'] };
    const gentle: MiniRoad = { name: 'Phố Chếch', through: ['e', 'northEast'] };
    const roads = [...crossing, sharp, gentle];
    expect(exitTo(roads, [68, -75])).toBe(1);
    expect(exitTo(roads, [100, 0])).toBe(2);
    expect(exitTo(roads, [76, 64])).toBe(3);
    expect(exitTo(roads, [0, 100])).toBe(4);
  });

  it('counts what leaves where the way comes onto it only if that lies ahead', () => {
    const right: MiniRoad = { through: ['s', 'right'], oneway: 1 };
    const left: MiniRoad = { through: ['s', 'left'], oneway: 1 };
    const wider = { ...places, right: [60, -100] as Place, left: [-60, -100] as Place };
    const last = (extra: MiniRoad) => drive([...crossing, extra], [0, 100], [0, -100], wider).told;
    // Against the clock one comes past the left one before one comes to the road in the middle.
    expect(last(right).at(-1)).toEqual(['Phố Bắc', 3]);
    expect(last(left).at(-1)).toEqual(['Phố Bắc', 2]);
  });

  it('is the same with the clock, where people drive on the left', () => {
    const clockwise = { ...around, through: around.through.toReversed() };
    const roads = [clockwise, south, east, north, west];
    expect(exitTo(roads, [-100, 0])).toBe(1);
    expect(exitTo(roads, [0, 100])).toBe(2);
    expect(exitTo(roads, [100, 0])).toBe(3);
  });

  it('is one stretch with the road by which it leaves, however the ring is cut and named', () => {
    const halves: MiniRoad[] = [
      { ...around, name: 'Quảng trường', through: ['s', 'se', 'e', 'ne'] },
      { ...around, name: null, through: ['ne', 'n', 'nw', 'w', 'sw', 's'] },
    ];
    const { told, roads, meters, seconds } = drive([...halves, south, east, north, west], [0, 100]);
    expect(told).toEqual([
      ['Phố Nam', undefined],
      ['Phố Bắc', 2],
    ]);
    const sum = (what: 'meters' | 'seconds') =>
      roads.reduce((total, road) => total + road[what], 0);
    expect(sum('meters')).toBeCloseTo(meters, 3);
    expect(sum('seconds')).toBeCloseTo(seconds, 3);
    expect(Math.round(roads[1]!.endBearing)).toBe(0);
  });

  it('is counted from the start of a way that begins on the ring', () => {
    expect(drive(crossing, [0, 100], [19, 3]).told).toEqual([
      [null, undefined],
      ['Phố Bắc', 1],
    ]);
    expect(drive(crossing, [0, 100], [16, -8]).told.at(-1)).toEqual(['Phố Bắc', 2]);
  });

  it('is none where the way ends on the ring, and nothing is said of a way that never leaves it', () => {
    expect(drive(crossing, [16, 8]).told).toEqual([
      ['Phố Nam', undefined],
      [null, 'none'],
    ]);
    expect(drive(crossing, [5, 18], [19, 3]).told).toEqual([[null, undefined]]);
  });

  it('is not guessed where two rings touch', () => {
    const second: MiniRoad = {
      through: ['n', 'right', 'top', 'left', 'n'],
      oneway: 1,
      isRoundabout: true,
    };
    const beyond: MiniRoad = { name: 'Phố Xa', through: ['top', 'far'] };
    const wider = {
      ...places, right: [20, 40], top: [0, 60], left: [-20, 40], far: [0, 160],
    } satisfies Record<string, Place>; // prettier-ignore
    const roads = [around, south, east, west, second, beyond];
    expect(drive(roads, [0, 140], [0, -100], wider).told.at(-1)).toEqual(['Phố Xa', 'unknown']);
    expect(drive(roads, [-100, 0], [0, -100], wider).told.at(-1)).toEqual(['Phố Tây', 'unknown']);
  });
});
