// Traffic on a mini-world: 600 m from the station to the door by the short road, 1,000 m around it.

import { describe, expect, it } from 'vitest';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import { createPairFinder } from '../../geo/graph/node-pairs.ts';
import { findDrive } from '../../geo/graph/drive.ts';
import { sumHeld } from '../../geo/graph/traffic.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { market, street } from './block-for-test.ts';
import { cityForTest } from './city-for-test.ts';
import { classAt, type CityGraph } from './city-graph.ts';
import { closeCity, type CityClosure } from './close-city.ts';
import { slowCity, type SeenSpeed } from './slow-city.ts';

const town = cityForTest({
  station: [0, 0],
  roads: [
    {
      id: 1,
      through: [
        [1, [0, 0]],
        [2, [100, 0]],
        [3, [500, 0]],
        [4, [600, 0]],
      ],
    },
    {
      id: 2,
      through: [
        [1, [0, 0]],
        [5, [0, 200]],
        [6, [600, 200]],
        [4, [600, 0]],
      ],
    },
  ],
});

const seenAt = Date.parse('2026-03-05T10:00:00Z');
const jam = (from: number, to: number, kmh: number): SeenSpeed => ({
  from,
  to,
  kmh,
  source: 'camera',
  at: seenAt,
});

/** Roads are 30 km/h: 8.33 m/s for a large engine, 10 m/s for a motorbike. */
function drive(
  speeds: SeenSpeed[],
  { from = 10, to = 590, code = 'large', closures = [] as CityClosure[] } = {},
) {
  const { city } = closeCity(town, closures);
  const slowed = slowCity(city, speeds, createPairFinder(town.graph));
  const { graph, search } = slowed;
  const { vehicle, reach } = slowed.classes.get(code)!;
  const driver = { vehicle, access: reach.stated.access };
  const near = (east: number) =>
    findNearestEdge(graph, at(east, 0), { maxMeters: 5, accepts: () => true })!;
  const found = findDrive(graph, search, driver, { start: near(from), to: near(to) })!;
  return { ...found, held: sumHeld(graph, driver, found.passes) };
}

describe('a jam', () => {
  it('costs what it costs, and the way tells by whom and since when', () => {
    const free = drive([]);
    const { seconds, meters, held } = drive([jam(2, 3, 20)]);
    const lost = 400 * (3.6 / 20 - 3.6 / 30);
    expect(meters).toBeCloseTo(580, 0);
    expect(seconds).toBeCloseTo(free.seconds + lost, 1);
    expect(free.held).toBeNull();
    expect(held!.seconds).toBeCloseTo(lost, 1);
    expect(held!.meters).toBeCloseTo(400, 0);
    expect(held).toMatchObject({ sources: ['camera'], oldestAt: seenAt });
  });

  it('sends the engine around as soon as that is faster', () => {
    expect(drive([jam(2, 3, 8)]).meters).toBeGreaterThan(900);
    expect(drive([jam(2, 3, 8)]).held).toBeNull();
  });

  it('the other way does not hold it up', () => {
    expect(drive([jam(3, 2, 3)]).seconds).toBeCloseTo(drive([]).seconds, 3);
    expect(drive([jam(3, 2, 20)], { from: 590, to: 10 }).held!.meters).toBeCloseTo(400, 0);
  });

  it('costs who enters it half-way only what is left of it', () => {
    const { held } = drive([jam(2, 3, 20)], { from: 300 });
    expect(held!.meters).toBeCloseTo(200, 0);
    expect(held!.seconds).toBeCloseTo(200 * (3.6 / 20 - 3.6 / 30), 1);
    expect(drive([jam(2, 3, 20)], { from: 510 }).held).toBeNull();
  });

  it('makes nobody faster than it is', () => {
    expect(drive([jam(2, 3, 80)])).toMatchObject({ held: null, seconds: drive([]).seconds });
  });

  it('lets a motorbike through', () => {
    const free = drive([], { code: 'motorbike' });
    expect(drive([jam(2, 3, 3)], { code: 'motorbike' })).toMatchObject({
      held: null,
      seconds: free.seconds,
    });
  });
});

describe('a jam on a road to be avoided', () => {
  const closures: CityClosure[] = [
    {
      id: 1,
      shape: { type: 'LineString', coordinates: [at(150, 0), at(450, 0)] },
      effect: 'avoid',
      vehicleClasses: null,
      onFoot: false,
      reason: 'chợ',
      by: 'Lan',
    },
    {
      id: 2,
      shape: { type: 'Point', coordinates: at(300, 200) },
      effect: 'impassable',
      vehicleClasses: null,
      onFoot: false,
      reason: 'cháy',
      by: 'Lan',
    },
  ];

  it('is not counted twice', () => {
    const { seconds } = drive([jam(2, 3, 10)], { closures });
    expect(seconds).toBeCloseTo((180 * 3.6) / 30 + (400 * 3.6) / 10, 0);
  });
});

const inHours = (city: CityGraph) => classAt(city, 'small', 360)!;

describe('a jam in the hours of a market', () => {
  const filled = cityForTest({
    station: [10, 0],
    roads: [
      street,
      {
        id: 2,
        through: [
          [2, [200, 0]],
          [4, [200, 100]],
        ],
      },
    ],
    obstacles: [market],
  });
  const slowed = (kmh: number) =>
    slowCity(filled, [jam(1, 2, kmh)], createPairFinder(filled.graph));

  it('holds up as at other hours', () => {
    const city = slowed(10);
    const { vehicle, reach } = inHours(city);
    const driver = { vehicle, access: reach.stated.access };
    const near = (east: number) =>
      findNearestEdge(city.graph, at(east, 0), { maxMeters: 5, accepts: () => true })!;
    const found = findDrive(city.graph, city.search, driver, { start: near(10), to: near(190) })!;
    expect(sumHeld(city.graph, driver, found.passes)!.meters).toBeCloseTo(180, 0);
    expect(reach.stated.access).not.toEqual(city.classes.get('small')!.reach.stated.access);
  });

  it('leaves what can be reached then as it was found before', () => {
    const { network, stationStarts, reach } = inHours(slowed(10));
    const next = inHours(slowed(20));
    expect(next.network).toBe(network);
    expect(next.stationStarts).toBe(stationStarts);
    expect(next.reach.stated.reachable).toBe(reach.stated.reachable);
  });
});
