// A renewed city is the one that would have been built anew; whole cities are compared.

import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { market } from './block-for-test.ts';
import { buildCityGraph, type CityGraph, type CityRows } from './city-graph.ts';
import { cityForTest } from './city-for-test.ts';
import { growForTest } from './grow-for-test.ts';
import { renewCity } from './renew-city.ts';
import { nextStationTree } from './station-trees.ts';

/** A street with a pavement from the station, an alley with a sharp bend off it, a lane beyond, a square, and waters. */
const city = cityForTest({
  station: [0, 0],
  roads: [
    {
      id: 1,
      through: [
        [1, [0, 0]],
        [2, [200, 0]],
        [3, [400, 0]],
      ],
    },
    {
      id: 2,
      alleyLevel: 1,
      widthMeters: 4,
      widthProvenance: 'assumed',
      possibleWidthMeters: 5,
      through: [
        [2, [200, 0]],
        [4, [200, 80]],
        [5, [150, 80]],
      ],
    },
    {
      id: 3,
      alleyLevel: 2,
      widthMeters: 2.5,
      through: [
        [5, [150, 80]],
        [6, [150, 200]],
      ],
    },
    {
      id: 4,
      class: 'pedestrian',
      through: [
        [3, [400, 0]],
        [7, [400, 90]],
      ],
    },
    {
      id: 5,
      class: 'footway',
      motor: false,
      widthMeters: 1.5,
      through: [
        [1, [0, 0]],
        [8, [4, 6]],
        [9, [190, 6]],
        [2, [200, 0]],
      ],
    },
  ],
  waters: [
    { id: 'water:0', at: [100, 7] },
    { id: 'water:1', at: [403, 50] },
    { id: 'water:2', at: [150, 190], kind: 'pond', liftMeters: 3 },
    { id: 'water:3', at: [300, 12], kind: 'lake' },
  ],
});

const road = (id: number, change: Partial<CityRows['roads'][number]>) => (rows: CityRows) => ({
  ...rows,
  roads: rows.roads.map((each) => (each.id === id ? { ...each, ...change } : each)),
});

const bollard = { ...market, id: 10, at: at(200, 40), kind: 'bollard', hours: null };

const changes: Record<string, (rows: CityRows) => CityRows> = {
  'nothing but the version': (rows) => rows,
  'a name': road(1, { name: 'Phố Mới' }),
  'a width that opens an alley': road(3, { widthMeters: 6, possibleWidthMeters: 6 }),
  'a width that closes an alley': road(2, { widthMeters: 1.5, possibleWidthMeters: 2 }),
  'a width that leaves a lake too far from the edge of the street': road(1, { widthMeters: 3.5 }),
  'a measured width in place of an assumed one': road(2, { widthProvenance: 'measured' }),
  'a faster street': road(1, { speedKmh: 50 }),
  'a height limit on the street': road(1, { maxHeightMeters: 2 }),
  'one-way traffic': road(2, { oneway: -1 }),
  'a street that becomes steps': road(4, { class: 'steps', motor: false }),
  'a way where nobody walks any more': road(4, { motor: false, foot: false }),
  'a pavement that is an alley’s own way': road(5, { alleyId: 1 }),
  'a pavement opened to vehicles': road(5, { motor: true }),
  'a street that is a bridge': road(1, { isOffGround: true }),
  'a market in some hours': (rows) => ({ ...rows, obstacles: [market] }),
  'a market at all hours': (rows) => ({ ...rows, obstacles: [{ ...market, hours: null }] }),
  'water that moved and was tested': (rows) => ({
    ...rows,
    waters: rows.waters.map((water) => ({
      ...water,
      position: at(100, 4),
      testedOn: '2026-01-01',
    })),
  }),
  'a station elsewhere': (rows) => ({ ...rows, stations: [{ id: 1, position: at(150, 150) }] }),
  'roads that people corrected': (rows) => ({ ...rows, changedRoads: new Set([3]) }),
};

/** All of it but the objects that searches leave their marks in. */
function describeCity({
  search: _search,
  walk: _walk,
  rows: _rows,
  watersNear: _watersNear,
  ...rest
}: CityGraph) {
  return rest;
}

/** Without what is no plain data: the index of edges and the parameters, which nothing writes to. */
function copyOf(whole: CityGraph) {
  const { graph, settings: _settings, ...rest } = describeCity(whole);
  return structuredClone({ ...rest, graph: { ...graph, edgeBoxes: null } });
}

/** What the trees of all classes say. */
function growAll(whole: CityGraph) {
  return [...whole.classes.values()].map((onGraph) => {
    const wanted = { stationIds: [1], places: [] };
    while (growForTest(whole, nextStationTree(whole, onGraph, wanted)));
    return onGraph.stationTrees!.trees;
  });
}

describe('a city after a change', () => {
  it.each(Object.entries(changes))('is as one built anew: %s', (_name, change) => {
    const rows = { ...change(city.rows), version: '2' };
    const renewed = renewCity(city, rows);
    expect(renewed).not.toBeNull();
    expect(describeCity(renewed!)).toEqual(describeCity(buildCityGraph(rows)));
  });

  it('is so after one change on another, and the cities before stay as they were', () => {
    const before = copyOf(city);
    let last = city;
    for (const change of Object.values(changes)) {
      const rows = change(last.rows);
      const renewed = renewCity(last, rows) ?? buildCityGraph(rows);
      expect(describeCity(renewed)).toEqual(describeCity(buildCityGraph(rows)));
      last = renewed;
    }
    expect(copyOf(city)).toEqual(before);
  });

  it.each([
    [
      'a new road',
      (rows: CityRows) => ({ ...rows, roads: [...rows.roads, { ...rows.roads[0]!, id: 7 }] }),
    ],
    ['a road that is gone', (rows: CityRows) => ({ ...rows, roads: rows.roads.slice(1) })],
    ['a road elsewhere', road(3, { coordinates: [...at(150, 80), ...at(150, 250)] })],
    ['a bollard on an alley', (rows: CityRows) => ({ ...rows, obstacles: [bollard] })],
  ])('has to be built anew for other junctions: %s', (_name, change) => {
    expect(renewCity(city, change(city.rows))).toBeNull();
  });

  it.each(Object.entries(changes))('has trees that are as grown anew: %s', (_name, change) => {
    const grown = buildCityGraph(city.rows);
    growAll(grown);
    const rows = change(city.rows);
    expect(growAll(renewCity(grown, rows)!)).toEqual(growAll(buildCityGraph(rows)));
  });

  it('keeps what the change does not touch', () => {
    const renewed = renewCity(city, road(1, { name: 'Phố Mới' })(city.rows))!;
    expect(renewed.graph.edgeBoxes).toBe(city.graph.edgeBoxes);
    expect(renewed.supplyMeters).toBe(city.supplyMeters);
    const grown = buildCityGraph(city.rows);
    growAll(grown);
    const large = renewCity(grown, road(1, { name: 'Phố Mới' })(city.rows))!.classes.get('large')!;
    expect(large.stationTrees).toBe(grown.classes.get('large')!.stationTrees);
    expect(renewed.classes.get('large')!.reach.stated).toBe(
      city.classes.get('large')!.reach.stated,
    );
  });
});
