import { describe, expect, it } from 'vitest';
import { lineMeters } from '../distance.ts';
import type { Position } from '../position.ts';
import type { RoadGraph } from './build-graph.ts';
import { findDrive } from './drive.ts';
import { at, largePumper, miniGraph } from './graph-for-test.ts';
import { findNearestEdge } from './locate.ts';
import { openRoads, type ClosedEdges } from './road-conditions.ts';
import type { Road } from './road.ts';
import { Search } from './search.ts';
import { accessFor, closeEdges } from './vehicle-access.ts';
import { findWalk } from './walk.ts';

/** A street from the west to the mouth of a loop of 400 m, which is one edge: both its ends are the mouth. */
function loopWith(road: Partial<Road> = {}): RoadGraph {
  return miniGraph({ west: [-100, 0], mouth: [0, 0], p: [100, 0], q: [100, 100], r: [0, 100] }, [
    { through: ['west', 'mouth'] },
    { through: ['mouth', 'p', 'q', 'r', 'mouth'], ...road },
  ]);
}

function near(graph: RoadGraph, east: number, north: number) {
  return findNearestEdge(graph, at(east, north), { maxMeters: 30, accepts: () => true })!;
}

/** Closed from 45 m to 55 m of the loop, counted from the mouth towards the east. */
const inTheSouth: ClosedEdges = new Map([[1, { from: 45, to: 55, closures: [] }]]);

function closeToEngines(graph: RoadGraph) {
  const closed = { impassable: inTheSouth, avoided: new Map() };
  return {
    graph: { ...graph, conditions: { ...openRoads, byClass: new Map([['large', closed]]) } },
    access: closeEdges(accessFor(graph, largePumper).stated, closed),
  };
}

/** From the street to 90 m along the loop, or back from there. */
function driveLoop(graph: RoadGraph, access = accessFor(graph, largePumper).stated, back = false) {
  const [outside, inside] = [near(graph, -50, 0), near(graph, 90, 0)];
  const ends = back ? { start: inside, to: outside } : { start: outside, to: inside };
  return findDrive(graph, new Search(graph), { vehicle: largePumper, access }, ends)!;
}

function expectToPass(line: Position[], [east, north]: [number, number]): void {
  expect(line).toContainEqual(at(east, north).map((degrees) => expect.closeTo(degrees, 6)));
}

describe('a loop, which has one node at both ends', () => {
  it.each([
    { way: 'in', back: false },
    { way: 'out', back: true },
  ])('is drawn on the side that is open, also where that is the long one: $way', ({ back }) => {
    const { graph, access } = closeToEngines(loopWith());
    const drive = driveLoop(graph, access, back);
    expect(drive.meters).toBeCloseTo(50 + 310, 0);
    expect(drive.seconds).toBeCloseTo((50 + 310) / (15 / 3.6), 0);
    expectToPass(drive.line, [100, 100]);
    expect(drive.roads.reduce((sum, { meters }) => sum + meters, 0)).toBeCloseTo(50 + 310, 0);
  });

  it.each([
    { way: 'in the long way', oneway: -1 as const, back: false, meters: 310 },
    { way: 'in the short way', oneway: 1 as const, back: false, meters: 90 },
    { way: 'out the long way', oneway: 1 as const, back: true, meters: 310 },
  ])('is never drawn against its direction: $way', ({ oneway, back, meters }) => {
    const graph = loopWith({ oneway });
    expect(driveLoop(graph, undefined, back).meters).toBeCloseTo(50 + meters, 0);
  });

  it('is drawn on the short side where both are open', () => {
    expect(driveLoop(loopWith()).meters).toBeCloseTo(50 + 90, 0);
  });

  it.each([
    { way: 'in', back: false },
    { way: 'out', back: true },
  ])('is walked on the side that is open on foot: $way', ({ back }) => {
    const open = loopWith();
    const graph = { ...open, conditions: { ...openRoads, onFoot: inTheSouth } };
    const [outside, inside] = [near(graph, -50, 0), near(graph, 90, 0)];
    const ends = back ? { from: inside, to: outside } : { from: outside, to: inside };
    const { meters, line } = findWalk(graph, new Search(graph), ends)!;
    expect(meters).toBeCloseTo(50 + 310, 0);
    expect(lineMeters(line)).toBeCloseTo(50 + 310, 0);
    expectToPass(line, [100, 100]);
  });
});
