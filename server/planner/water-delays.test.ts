import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import type { RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import { cityForTest, type MiniWater } from './city-for-test.ts';
import { buildCityGraph } from './city-graph.ts';
import { comeTo } from './come-for-test.ts';
import {
  first,
  later,
  lockedGate,
  main,
  none,
  onFoot,
  twoAlleys,
  type Meters,
} from './gates-for-test.ts';
import { alley } from './mini-roads-for-test.ts';
import { listWater } from './list-water.ts';
import { renewCity } from './renew-city.ts';
import { supplyOnEdge } from './supply-at.ts';

describe('what stands on the way of the line to the water', () => {
  const elsewhere = lockedGate([300, -20], { roadIds: [30] });
  // A small engine's tank does not fill 180 m of hose.
  const small = { house: [300, 180] as Meters, unit: 'small 1' };

  it.each([
    ['the best stop', {}],
    ['a stop on a street', { stop: at(290, 0) }],
  ])('makes water later, and the crew not: from %s', (_name, request) => {
    const before = first(twoAlleys([303, -50]), { ...small, ...request });
    expect(before.clocks.supply).toBe('water-point');
    const gated = first(twoAlleys([303, -50], [elsewhere]), { ...small, ...request });
    expect(later(before, gated)).toEqual({ ...none, water: 90 });
  });

  it.each([
    ['the best stop', {}],
    ['a stop on a street', { stop: at(290, 0) }],
  ])('counts once where the hose to the door leads past it too: from %s', (_name, request) => {
    const before = first(twoAlleys([303, 50]), { ...small, ...request });
    expect(before.clocks.supply).toBe('water-point');
    const gated = first(twoAlleys([303, 50], [lockedGate([300, 20])]), { ...small, ...request });
    expect(later(before, gated)).toEqual({ ...none, crew: 90, water: 90 });
    expect(gated.stop.supply!.footDelays).toEqual(gated.stop.footDelays);
  });

  it('is known anew when a gate of the map turns out to be locked', () => {
    const gate = { ...lockedGate([300, -20]), nodeId: 6, kind: 'gate', ...onFoot(10) };
    const { rows } = cityForTest({
      ...twoAlleys([303, -50]),
      roads: [
        main,
        alley(30, 1.5, [
          [2, [300, 0]],
          [6, [300, -20]],
          [5, [300, -100]],
        ]),
      ],
      barriers: [{ ...gate, family: 'passage', ...onFoot(0) }],
    });
    const locked = { ...rows, obstacles: [{ ...elsewhere, family: 'passage' }] };
    const [renewed, built] = [renewCity(buildCityGraph(rows), locked)!, buildCityGraph(locked)];
    expect(renewed.supplyDelay).toEqual(built.supplyDelay);
    expect(Math.max(...built.supplyDelay)).toBeGreaterThanOrEqual(0);
    expect(renewed.supplyIfOpen).toEqual(built.supplyIfOpen);
    expect(built.supplyIfOpen.size).toBeGreaterThan(0);
  });
});

const beside = (meters: number) => ({ id: 'water:2', at: [300 + meters, 3] as Meters });

describe('the line to the water', () => {
  const small = { house: [300, 180] as Meters, unit: 'small 1' };
  const lock = lockedGate([300, -20], { roadIds: [30] });
  const behind = { id: 'water:1', at: [303, -50] as Meters };

  it.each([
    ['the best stop', {}, 0],
    ['a stop on a street', { stop: at(290, 0) }, 10],
  ])('leads to water that is further where that is laid sooner: from %s', (_name, stop, more) => {
    const lay = (waters: MiniWater[]) =>
      first({ ...twoAlleys(behind.at, [lock]), waters }, { ...small, ...stop });
    // The lock costs as much as 30 m.
    const near = lay([behind, beside(56)]);
    expect(near.stop.supply!.meters).toBeCloseTo(59 + more, 0);
    expect(later(lay([beside(56)]), near)).toEqual(none);
    const far = lay([behind, beside(90)]);
    expect(far.stop.supply!.meters).toBeCloseTo(53 + more, 0);
    expect(later(lay([behind]), far)).toEqual(none);
  });

  it('leads from the middle of a street by that end from which it is laid sooner', () => {
    const east = alley(33, 1.5, [
      [3, [600, 0]],
      [7, [600, 100]],
    ]);
    const other = { id: 'water:2', at: [603, 50] as Meters };
    const metersIf = (obstacles: RoadObstacle[]) => {
      const { roads, ...world } = twoAlleys(behind.at, obstacles);
      const town = cityForTest({ ...world, roads: [...roads, east], waters: [behind, other] });
      const everywhere = { maxMeters: 10, accepts: () => true };
      return supplyOnEdge(town, findNearestEdge(town.graph, at(440, 0), everywhere)!)!.meters;
    };
    expect([[], [lock]].map((obstacles) => Math.round(metersIf(obstacles)))).toEqual([193, 213]);
  });

  it('lists the water to which it is laid soonest first, each with its metres', () => {
    const town = cityForTest({ ...twoAlleys(behind.at, [lock]), waters: [behind, beside(56)] });
    const { come } = comeTo(town, small.house, [small.unit]);
    const { usable } = listWater(town, come[0]!.choice!.stop.hoseStart);
    expect(usable.map(({ hoseMeters }) => Math.round(hoseMeters))).toEqual([59, 53]);
  });

  it.each([
    ['the best stop', {}],
    ['a stop on a street', { stop: at(290, 0) }],
  ])('goes round a gate where that is laid sooner: from %s', (_name, stop) => {
    const round = alley(31, 1.5, [
      [2, [300, 0]],
      [6, [310, -50]],
      [5, [300, -100]],
    ]);
    const lay = (obstacles: RoadObstacle[]) => {
      const { roads, ...world } = twoAlleys([297, -98], obstacles);
      return first({ ...world, roads: [...roads, round] }, { ...small, ...stop });
    };
    const [open, around] = [lay([]), lay([lock])];
    expect(around.stop.supply!.footDelays).toEqual([]);
    // 6 m more of it.
    expect(around.stop.supply!.meters - open.stop.supply!.meters).toBeCloseTo(6, 0);
    expect(later(open, around).water).toBeLessThan(30);
  });

  it.each([
    ['behind one lock', [lock], -80, 383],
    ['further than its hose may be', [lock], -98, undefined],
    ['behind more locks', [lock, lockedGate([300, -40], { id: 8, roadIds: [30] })], -80, undefined],
  ])('reaches as far as its hose, and past one lock: %s', (_name, obstacles, north, meters) => {
    const town = cityForTest(twoAlleys([303, north], obstacles));
    const from = findNearestEdge(town.graph, at(600, 0), { maxMeters: 10, accepts: () => true })!;
    const [listed] = listWater(town, from).usable;
    for (const found of [listed?.hoseMeters, supplyOnEdge(town, from)?.meters])
      expect(found && Math.round(found)).toBe(meters);
  });
});
