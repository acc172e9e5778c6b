// What the trees of stations say, beside the searches that they save.

import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { driveSeconds } from '../../geo/graph/drive.ts';
import { findNearestEdge, type EdgePoint } from '../../geo/graph/locate.ts';
import { cityForTest, type MiniCityRoad } from './city-for-test.ts';
import { classAt, type CityGraph, type ClassOnGraph } from './city-graph.ts';
import { closeCity, type CityClosure } from './close-city.ts';
import { placeStarts } from './place-starts.ts';
import { growNextStation, namePlace, nameStation, tellFromStarts } from './station-trees.ts';

const size = 7;
const lines = Array.from({ length: size }, (_, n) => n);
const corner = (x: number, y: number): [number, [number, number]] => [
  1 + x + size * y,
  [100 * x, 100 * y],
];
const streets: MiniCityRoad[] = [
  ...lines.map((y) => ({ id: 1 + y, through: lines.map((x) => corner(x, y)) })),
  ...lines.map((x) => ({ id: 11 + x, through: lines.map((y) => corner(x, y)) })),
];

const town = () =>
  cityForTest({
    stations: [
      [10, 0],
      [600, 590],
    ],
    roads: streets,
  });
const large = (city: CityGraph) => classAt(city, 'large', null)!;
const near = ({ graph }: CityGraph, east: number, north: number): EdgePoint =>
  findNearestEdge(graph, at(east, north), { maxMeters: 60, accepts: () => true })!;

function growAll(city: CityGraph, onGraph: ClassOnGraph, places: [number, number][] = []): number {
  let grown = 0;
  while (growNextStation(city, onGraph, places)) grown++;
  return grown;
}

function searched(city: CityGraph, onGraph: ClassOnGraph, to: EdgePoint): number {
  const { vehicle, reach, stationStarts } = onGraph;
  const driver = { vehicle, access: reach.stated.access };
  const starts = [stationStarts.get(1)!];
  return driveSeconds(city.graph, city.search, driver, { starts, to })[0]!;
}

describe('the tree of a station', () => {
  it('says what a search says, and what the turns on the way cost above it', () => {
    const city = town();
    const onGraph = large(city);
    expect(growAll(city, onGraph)).toBe(2);
    const rightAngle = city.settings.parameters.number('turn_delay');
    // Straight on along the first street, and once to the left.
    const [ahead, aside] = [near(city, 550, 0), near(city, 300, 550)];
    const told = tellFromStarts(city, onGraph, [ahead, aside]).get(nameStation(1))!;
    expect(told[0]).toBeCloseTo(searched(city, onGraph, ahead), 0);
    expect(told[1]! - searched(city, onGraph, aside)).toBeCloseTo(rightAngle, 0);
  });

  it('is left out of what it does not know: its own road, and what should be avoided', () => {
    const city = town();
    const avoid: CityClosure = {
      id: 1,
      shape: {
        type: 'Polygon',
        coordinates: [[at(-50, -50), at(350, -50), at(350, 350), at(-50, 350), at(-50, -50)]],
      },
      effect: 'avoid',
      vehicleClasses: null,
      onFoot: false,
      reason: 'ngập',
      by: 'Lan',
    };
    const open = large(city);
    growAll(city, open);
    expect(tellFromStarts(city, open, [near(city, 20, 0)]).has(nameStation(1))).toBe(false);
    const flooded = closeCity(city, [avoid]).city;
    const onGraph = large(flooded);
    const stop = near(flooded, 550, 300);
    expect(tellFromStarts(flooded, onGraph, [stop]).size).toBe(0);
    growAll(flooded, onGraph);
    expect([...tellFromStarts(flooded, onGraph, [stop]).keys()]).toEqual([nameStation(2)]);
    // Nobody gets there but through the flood.
    expect(tellFromStarts(flooded, onGraph, [near(flooded, 150, 100)]).size).toBe(0);
  });

  it('grows anew where roads are closed', () => {
    const city = town();
    growAll(city, large(city));
    const shut: CityClosure = {
      id: 2,
      shape: { type: 'Point', coordinates: at(350, 0) },
      effect: 'impassable',
      vehicleClasses: null,
      onFoot: false,
      reason: 'sập',
      by: 'Lan',
    };
    const closed = closeCity(city, [shut]).city;
    const stop = near(closed, 450, 0);
    const before = tellFromStarts(city, large(city), [stop]).get(nameStation(1))![0]!;
    growAll(closed, large(closed));
    const after = tellFromStarts(closed, large(closed), [stop]).get(nameStation(1))![0]!;
    expect(after).toBeGreaterThan(before + 20);
  });

  it('is grown for places of others, and for no unit on the road', () => {
    const city = town();
    const onGraph = large(city);
    placeStarts(city, onGraph, [{ id: -5, position: at(300, 0) }]);
    const [yard, sea] = [at(300, 4), at(300, 9_000)];
    expect(growAll(city, onGraph, [yard, sea])).toBe(4);
    const told = tellFromStarts(city, onGraph, [near(city, 550, 200)]);
    expect([...told.keys()].toSorted()).toEqual(
      [namePlace(yard), nameStation(1), nameStation(2)].toSorted(),
    );
  });
});
