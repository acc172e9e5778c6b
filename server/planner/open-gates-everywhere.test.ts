// In many worlds of chance: the water of each stop, and the stop, are those that a search through all of them finds.

import { expect, it } from 'vitest';
import { driveSeconds } from '../../geo/graph/drive.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import { metersBetween } from '../../geo/distance.ts';
import { clockStop } from './choose-stop.ts';
import { cityForTest } from './city-for-test.ts';
import type { CityGraph } from './city-graph.ts';
import { comeTo } from './come-for-test.ts';
import { findStops, type Stop } from './find-stops.ts';
import { layingPace } from './paces.ts';
import {
  drivenPast,
  gatesOnLeg,
  nearestWater,
  randomWorld,
  type RandomWorld,
} from './random-gates-for-test.ts';
import { shippedParameters as parameters } from './settings-for-test.ts';

const pace = layingPace(parameters);
const { metersPerSecond } = pace;
const worlds = Array.from({ length: 250 }, (_, seed) => randomWorld(seed));

/** Which gates are open there, and the water that is laid to soonest then; null where the station's road is an island. */
function rightAt(world: RandomWorld, point: [number, number]) {
  const [stop] = [...world.places].find(([, east]) => metersBetween(at(...east), point) < 0.01)!;
  const driven = drivenPast(world, stop);
  if (!driven) return null;
  const leg = gatesOnLeg(world, stop, metersPerSecond);
  const open = new Set([...leg, ...driven]);
  const near = (opened: ReadonlySet<string>) =>
    nearestWater(world, stop, { metersPerSecond, open: opened });
  return { water: near(open), ifShut: near(new Set()), ifNotDriven: near(new Set(leg)) };
}

it('the water of each stop is that to which hose is laid soonest past the gates that its crew opens', () => {
  const wrong: unknown[] = [];
  let [compared, others, behindDriven] = [0, 0, 0];
  for (const [seed, world] of worlds.entries()) {
    const { plan } = comeTo(cityForTest(world.mini), world.house, ['small 1']);
    for (const { point, footDelays, supply } of plan.byClass[0]!.stops) {
      const right = rightAt(world, point);
      if (!right) continue;
      const shut = (supply?.footDelays ?? [])
        .filter(({ node }) => !footDelays.some((each) => each.node === node))
        .reduce((sum, { laying }) => sum + laying, 0);
      const effort = supply && supply.meters + metersPerSecond * shut;
      if (Math.abs((effort ?? -1) - (right.water?.effort ?? -1)) > 0.01)
        wrong.push({ seed, point, supply, right });
      compared += 1;
      others += Number(right.water?.id !== right.ifShut?.id);
      behindDriven += Number(right.water?.id !== right.ifNotDriven?.id);
    }
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(400);
  // With every gate shut some would lead elsewhere, and some with those alone open that are on the way to the door.
  expect(behindDriven).toBeGreaterThan(15);
  expect(others).toBeGreaterThan(behindDriven);
});

/** All of a small engine, also those that are left out because others are better. */
function listStops({ graph, walk, classes }: CityGraph, house: [number, number]): Stop[] {
  const door = findNearestEdge(graph, at(...house), { maxMeters: 10, accepts: () => true })!;
  const { vehicle, reach } = classes.get('small')!;
  return findStops(graph, walk, {
    ...reach.stated,
    door,
    vehicle,
    pace,
    minute: null,
    stairsFactor: parameters.number('stairs_factor'),
    limitMeters: parameters.number('stop_search_max'),
    atMost: 24,
  });
}

it('the stop is that of all from which there is water soonest, by those waters', () => {
  const wrong: unknown[] = [];
  let [compared, others] = [0, 0];
  for (const [seed, world] of worlds.entries()) {
    const city = cityForTest(world.mini);
    const [unit] = comeTo(city, world.house, ['small 1']).come;
    const { vehicle, reach, stationStarts } = city.classes.get('small')!;
    const driver = { vehicle, access: reach.stated.access };
    const timed = listStops(city, world.house).flatMap((stop) => {
      const right = rightAt(world, stop.point);
      const to = findNearestEdge(city.graph, stop.point, {
        maxMeters: 1,
        accepts: (edge) => reach.stated.access[edge] !== 0,
      })!;
      const starts = [stationStarts.get(1)!];
      const [drive] = driveSeconds(city.graph, city.search, driver, { starts, to });
      const secondsIf = (water: { meters: number; effort: number } | null) => {
        if (!water) return Infinity;
        const laying = (water.effort - water.meters) / metersPerSecond;
        const supply = {
          meters: water.meters,
          // At no node of the way to the door.
          footDelays: [{ node: -1, kind: 'locked_gate', walking: laying, laying }],
          kind: 'hydrant' as const,
          pressureBar: null,
          isFlowKnown: true,
        };
        const leg = { ...stop, hoseMeters: stop.meters, supply };
        return clockStop(leg, drive!, vehicle, parameters).secondsToWater ?? Infinity;
      };
      return right
        ? [{ stop, right: secondsIf(right.water), ifShut: secondsIf(right.ifShut) }]
        : [];
    });
    if (timed.length === 0) continue;
    const best = timed.toSorted((a, b) => a.right - b.right)[0]!;
    const bestIfShut = timed.toSorted((a, b) => a.ifShut - b.ifShut)[0]!;
    const seconds = unit!.choice?.clocks.secondsToWater ?? Infinity;
    if (Math.abs(seconds - best.right) > 0.1) wrong.push({ seed, seconds, best });
    compared += 1;
    others += Number(best.stop !== bestIfShut.stop);
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(200);
  // With every gate shut it would be another.
  expect(others).toBeGreaterThan(4);
});
