import { describe, expect, it } from 'vitest';
import { findDrive } from '../../geo/graph/drive.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import { meetsStretch } from '../../geo/graph/road-conditions.ts';
import { findWalk } from '../../geo/graph/walk.ts';
import { cityForTest, type MiniCityRoad } from './city-for-test.ts';
import { classAt, type CityGraph } from './city-graph.ts';
import { closeCity, type CityClosure } from './close-city.ts';
import type { PlannedStop } from './door-plan.ts';
import { planDoor } from './plan-door.ts';

// Three streets meet at (0, 0): the station is on the western one, the house on the northern one.
const west: MiniCityRoad = {
  id: 1,
  through: [
    [1, [-200, 0]],
    [2, [0, 0]],
  ],
};
const north: MiniCityRoad = {
  id: 2,
  through: [
    [2, [0, 0]],
    [3, [0, 200]],
  ],
};
const east: MiniCityRoad = {
  id: 3,
  through: [
    [2, [0, 0]],
    [4, [200, 0]],
  ],
};
const around: MiniCityRoad = {
  id: 4,
  through: [
    [1, [-200, 0]],
    [5, [-200, 200]],
    [3, [0, 200]],
  ],
};

const closure: CityClosure = {
  id: 1,
  shape: { type: 'Point', coordinates: at(0, 0) },
  effect: 'impassable',
  vehicleClasses: null,
  onFoot: false,
  reason: 'cây đổ',
  by: 'Lan',
};

function closedTown(change: Partial<CityClosure>, more: MiniCityRoad[] = []): CityGraph {
  const city = cityForTest({ station: [-150, 0], roads: [west, north, east, ...more] });
  return closeCity(city, [{ ...closure, ...change }]).city;
}

function stopsOf(city: CityGraph, house = { door: at(4, 100), roadId: 2 }): PlannedStop[] {
  return planDoor(city, { ...house, classes: ['large'] }).byClass[0]!.stops;
}

const near = ({ graph }: CityGraph, x: number, y: number) =>
  findNearestEdge(graph, at(x, y), { maxMeters: 5, accepts: () => true })!;

function drive(city: CityGraph) {
  const { vehicle, reach } = classAt(city, 'large', null)!;
  const driver = { vehicle, access: reach.stated.access };
  const ends = { start: near(city, -150, 0), to: near(city, 0, 100) };
  const found = findDrive(city.graph, city.search, driver, ends);
  const avoided = city.graph.conditions.byClass.get('large')!.avoided;
  const isCrossing = found?.passes.some(({ edge, from, to }) =>
    meetsStretch(avoided.get(edge), from, to),
  );
  return found && { meters: Math.round(found.meters), isCrossing };
}

describe('a junction that is closed', () => {
  it('is driven up to, and the hose goes on through it', () => {
    const [stop, ...others] = stopsOf(closedTown({}));
    expect(others).toEqual([]);
    expect(stop!.reason).toMatchObject({ code: 'closed', closureId: 1 });
    expect(stop!.hoseMeters).toBeCloseTo(1 + 100, 0);
  });

  it('is passed neither between two of its streets nor by a hose, where it is closed to people too', () => {
    expect(drive(closedTown({}))).toBeNull();
    const city = closedTown({ onFoot: true });
    expect(stopsOf(city)).toEqual([]);
    const ends = { from: near(city, -150, 0), to: near(city, 0, 100) };
    expect(findWalk(city.graph, city.search, ends)).toBeNull();
  });

  it('is gone round, where there is a way', () => {
    const open = { meters: 250, isCrossing: false };
    expect(drive(closedTown({ vehicleClasses: ['small'] }, [around]))).toEqual(open);
    const [stop] = stopsOf(closedTown({}, [around]));
    expect(stop!.reason.code).toBe('at-door');
    expect(drive(closedTown({}, [around]))!.meters).toBe(50 + 200 + 200 + 100);
  });

  it('is closed to all of its streets by a point on the roadway beside its middle', () => {
    const city = closedTown({ shape: { type: 'Point', coordinates: at(1, 3) } });
    const [stop] = stopsOf(city, { door: at(100, 4), roadId: 3 });
    expect(stop!.reason.code).toBe('closed');
    expect(stop!.hoseMeters).toBeCloseTo(1 + 100, 0);
  });

  it('has an engine in one of its streets drive along that street, but not to the junction', () => {
    const { graph } = closedTown({});
    const { edge } = near({ graph } as CityGraph, -150, 0);
    const stretch = graph.conditions.byClass.get('large')!.impassable.get(edge);
    expect(meetsStretch(stretch, 50, 199)).toBe(false);
    expect(meetsStretch(stretch, 50, graph.edgeMeters[edge]!)).toBe(true);
    expect(meetsStretch(stretch, 199, 50)).toBe(false);
  });
});

describe('a junction that should be avoided', () => {
  it('is gone round, and crossed where there is no other way', () => {
    const there = { meters: 50 + 200 + 200 + 100, isCrossing: false };
    expect(drive(closedTown({ effect: 'avoid' }, [around]))).toEqual(there);
    expect(drive(closedTown({ effect: 'avoid' }))).toEqual({ meters: 250, isCrossing: true });
  });
});
