// The trees of stations beside the searches that they save, in towns of which a part is to be avoided.

import { expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import { cityForTest } from './city-for-test.ts';
import { classAt, type CityGraph } from './city-graph.ts';
import { gridOf, lines, size } from './grid-for-test.ts';
import { growForTest } from './grow-for-test.ts';
import { closeCity } from './close-city.ts';
import { nextSettlingTree, settleDrives } from './unsettled-roads.ts';

/** No two streets are as fast, so that there is one fastest way. */
const streets = gridOf(
  (y) => ({ speedKmh: 20 + 2.3 * ((5 * y) % size) }),
  (x) => ({ speedKmh: 21 + 2.9 * ((3 * x) % size) }),
);

/** All within so many metres of the station is to be avoided; at 0 nothing is. */
function townAround(meters: number): CityGraph {
  const city = cityForTest({ station: [310, 300], roads: streets, changedRoads: [2, 15] });
  const ring = [-1, 1, 1, -1, -1].map((east, index) =>
    at(310 + east * meters, 300 + [-1, -1, 1, 1, -1][index]! * meters),
  );
  const closure = {
    id: 1,
    shape: { type: 'Polygon' as const, coordinates: [ring] },
    effect: 'avoid' as const,
    vehicleClasses: null,
    onFoot: false,
    reason: 'ngập',
    by: 'Lan',
  };
  return meters === 0 ? city : closeCity(city, [closure]).city;
}

it.each([0, 150, 320])(
  'say what the search says, where all within %d m of the station is to be avoided',
  (meters) => {
    const city = townAround(meters);
    const onGraph = classAt(city, 'large', null)!;
    const stops = lines.flatMap((x) =>
      lines.map((y) => {
        const position = at(100 * x + 37, 100 * y);
        return findNearestEdge(city.graph, position, { maxMeters: 60, accepts: () => true })!;
      }),
    );
    const settle = () => settleDrives(city, onGraph, { stationIds: [1], stops })[0]!;
    const searched = settle();
    expect(growForTest(city, nextSettlingTree(city, onGraph))).toBe(true);
    expect(nextSettlingTree(city, onGraph)).toBeNull();
    expect(settle()).toEqual(searched);
    const timed = settleDrives(city, onGraph, { stationIds: [1], timedIds: [1], stops })[0]!;
    expect(timed).toEqual(searched.map((seconds) => (seconds === undefined ? seconds : null)));
    const decided = searched.filter((seconds) => seconds !== undefined).length;
    expect(decided).toBeGreaterThan(5);
    expect(decided).toBeLessThan(stops.length);
  },
);
