// What the trees of stations say, beside the searches that they save.

import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { driveSeconds } from '../../geo/graph/drive.ts';
import { findNearestEdge, type EdgePoint } from '../../geo/graph/locate.ts';
import { createPairFinder } from '../../geo/graph/node-pairs.ts';
import { cityForTest } from './city-for-test.ts';
import { classAt, type CityGraph, type ClassOnGraph } from './city-graph.ts';
import { corner, gridOf } from './grid-for-test.ts';
import { growForTest } from './grow-for-test.ts';
import { closeCity, type CityClosure } from './close-city.ts';
import { findUnsettled } from './unsettled-roads.ts';
import { slowCity } from './slow-city.ts';
import { namePlace, nameStation, nextStationTree, tellFromStarts } from './station-trees.ts';

const town = () =>
  cityForTest({
    stations: [
      [10, 0],
      [600, 590],
    ],
    roads: gridOf(),
  });
const large = (city: CityGraph) => classAt(city, 'large', null)!;
const near = ({ graph }: CityGraph, east: number, north: number): EdgePoint =>
  findNearestEdge(graph, at(east, north), { maxMeters: 60, accepts: () => true })!;

function growAll(city: CityGraph, onGraph: ClassOnGraph, places: [number, number][] = []): number {
  let grown = 0;
  const wanted = { stationIds: [1, 2], places };
  while (growForTest(city, nextStationTree(city, onGraph, wanted))) grown++;
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

  it('is held by traffic of its own direction alone, against the order of the map’s nodes as well', () => {
    const city = town();
    // 100 m of the last street, which is driven from east to west; the map draws it from west to east.
    const [west, east] = [corner(2, 6)[0], corner(3, 6)[0]];
    const told = (from: number, to: number, kmh: number) => {
      const speeds = [{ from, to, kmh, source: 'camera', at: 0 }];
      const slowed = slowCity(city, speeds, createPairFinder(city.graph));
      growAll(slowed, large(slowed));
      const stop = near(slowed, 50, 600);
      return tellFromStarts(slowed, large(slowed), [stop]).get(nameStation(2))![0]!;
    };
    const free = told(east, west, 200);
    expect(told(east, west, 15)).toBeCloseTo(free + 24 - 12, 0);
    expect(told(west, east, 15)).toBeCloseTo(free, 0);
  });

  it('stays where neither closures nor traffic touch its class', () => {
    const city = town();
    const motorbike = classAt(city, 'motorbike', null)!;
    growAll(city, motorbike);
    findUnsettled(city, classAt(city, 'ladder', null)!);
    const forTrucks: CityClosure = {
      id: 3,
      shape: { type: 'Point', coordinates: at(350, 0) },
      effect: 'impassable',
      vehicleClasses: ['large'],
      onFoot: false,
      reason: 'rào',
      by: 'Lan',
    };
    const closed = closeCity(city, [forTrucks]).city;
    const jam = [{ from: corner(2, 6)[0], to: corner(3, 6)[0], kmh: 5, source: 'camera', at: 0 }];
    const slowed = slowCity(closed, jam, createPairFinder(city.graph));
    expect(classAt(slowed, 'motorbike', null)!.stationTrees).toBe(motorbike.stationTrees);
    // Trucks of other classes drive by the routing data of large ones, which know of what is closed to these alone.
    expect(classAt(slowed, 'ladder', null)!.unsettled).toBeUndefined();
    expect(large(slowed).stationTrees).toBeUndefined();
  });

  it('is grown for places of others, and for none that is far from any road', () => {
    const city = town();
    const onGraph = large(city);
    const [yard, sea] = [at(300, 4), at(300, 9_000)];
    expect(growAll(city, onGraph, [yard, sea])).toBe(3);
    const { trees } = onGraph.stationTrees!;
    const told = tellFromStarts(city, onGraph, [near(city, 550, 200)]);
    expect([...told.keys()].toSorted()).toEqual(
      [namePlace(yard), nameStation(1), nameStation(2)].toSorted(),
    );
    // Of where nobody stands any more they only take room.
    expect(growAll(city, onGraph)).toBe(0);
    expect([...trees.keys()]).toEqual([nameStation(1), nameStation(2)]);
  });
});
