import { describe, expect, it } from 'vitest';
import { findDrive } from '../../geo/graph/drive.ts';
import { toLineString } from '../../geo/position.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { cityForTest, type MiniCityRoad } from '../planner/city-for-test.ts';
import { comeTo } from '../planner/come-for-test.ts';
import { routedTo } from '../planner/door-plan.ts';
import { toRoadRef } from '../planner/road-ref.ts';
import { driveOn } from './drive-contraflow.ts';
import { writeGraphSteps, writeStretches } from './graph-steps.ts';

/**
 * From a main street one street leads north and, at its end, another one east; both may only be driven the other way,
 * and with the traffic one comes to them from far away.
 */
function driveFrom(station: [east: number, north: number]) {
  const city = cityForTest({
    station,
    roads: [
      {
        id: 1,
        name: 'Phố Ngang',
        through: [
          [1, [0, 0]],
          [2, [300, 0]],
          [3, [1_800, 0]],
          [4, [1_800, 80]],
          [5, [400, 80]],
        ],
      },
      {
        id: 2,
        name: 'Phố Xuôi',
        oneway: 1,
        through: [
          [6, [300, 80]],
          [2, [300, 0]],
        ],
      },
      {
        id: 3,
        name: 'Phố Hai',
        oneway: 1,
        through: [
          [5, [400, 80]],
          [6, [300, 80]],
        ],
      },
    ],
  });
  const { stop } = comeTo(city, [330, 84], ['large 1']).come[0]!.choice!;
  const { vehicle, reach, stationStarts } = city.classes.get('large')!;
  const way = { start: stationStarts.get(1)!, to: routedTo(stop) };
  const driver = { vehicle, access: reach.stated.access };
  const found = findDrive(city.graph, city.search, driver, way)!;
  const { roads } = city.graph;
  const named = found.roads.map((each) => ({ ...each, road: toRoadRef(roads[each.road]!) }));
  const drive = {
    router: 'graph' as const,
    seconds: found.seconds,
    meters: found.meters,
    geometry: toLineString(found.line),
    steps: writeGraphSteps(named, way.to.point),
  };
  return { before: drive, drive: driveOn(drive, stop), contraflow: stop.contraflow! };
}

/** Straight to the north. */
function stretchOf(name: string | null, more: { isAgainst: boolean; seconds: number }) {
  const road = {
    ...toRoadRef(cityForTest({ station: [0, 0], roads: [street] }).graph.roads[0]!),
    name,
  };
  return { road, meters: 50, from: at(0, 0), startBearing: 0, endBearing: 0, ...more };
}

const street: MiniCityRoad = {
  id: 1,
  through: [
    [1, [0, 0]],
    [2, [0, 100]],
  ],
};

describe('the last metres against the traffic', () => {
  it('are told street by street, each with its side', () => {
    const { drive } = driveFrom([0, 0]);
    const told = drive.steps.map(({ code, modifier, roadName }) => [code, modifier, roadName]);
    expect(told).toEqual([
      ['depart', null, 'Phố Ngang'],
      ['contraflow', 'left', 'Phố Xuôi'],
      ['contraflow', 'right', 'Phố Hai'],
      ['arrive', null, 'Phố Ngang'],
    ]);
  });

  it('are told also where the street has no name, and goes straight on from one that has', () => {
    const street = stretchOf('Phố Xuôi', { isAgainst: true, seconds: 10 });
    const nameless = stretchOf(null, { isAgainst: true, seconds: 20 });
    const legal = stretchOf(null, { isAgainst: false, seconds: 30 });
    const codes = (...stretches: ReturnType<typeof stretchOf>[]) =>
      writeStretches(stretches, 0).map(({ code, seconds }) => [code, seconds]);
    expect(codes(nameless, nameless)).toEqual([['contraflow', 40]]);
    expect(codes(street, legal, nameless)).toEqual([
      ['contraflow', 10],
      ['continue', 30],
      ['contraflow', 20],
    ]);
  });

  it('have the other side for who comes from the other side', () => {
    const { drive } = driveFrom([600, 0]);
    expect(drive.steps.slice(1, 3).map(({ modifier }) => modifier)).toEqual(['right', 'right']);
  });

  it('take as long, and are as long, as their steps together', () => {
    const { before, drive, contraflow } = driveFrom([0, 0]);
    const against = drive.steps.slice(1, -1);
    const sum = (what: 'meters' | 'seconds') =>
      against.reduce((total, step) => total + step[what], 0);
    expect(sum('seconds')).toBeCloseTo(contraflow.seconds, 6);
    expect(sum('meters')).toBeCloseTo(drive.meters! - before.meters, 6);
    expect(against[1]!.meters).toBeCloseTo(30, 0);
  });
});
