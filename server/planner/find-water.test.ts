import { expect, it } from 'vitest';
import { at, miniGraph } from '../../geo/graph/graph-for-test.ts';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import { Search } from '../../geo/graph/search.ts';
import { indexNearby } from '../../geo/nearby.ts';
import { findWater, type WaterPoint } from './find-water.ts';
import { layingPace } from './paces.ts';
import { shippedParameters } from './settings-for-test.ts';

const graph = miniGraph({ foot: [0, 0], top: [0, 60], east: [100, 60], west: [-100, 0] }, [
  { through: ['west', 'foot'] },
  { through: ['foot', 'top'], class: 'steps', motor: false },
  { through: ['top', 'east'] },
]);

function near(east: number, north: number) {
  return findNearestEdge(graph, at(east, north), { maxMeters: 100, accepts: () => true })!;
}

function hydrant(id: string, east: number, north: number): WaterPoint {
  return {
    id,
    kind: 'hydrant',
    name: null,
    status: 'usable',
    litersPerSecond: null,
    pressureBar: null,
    volumeM3: null,
    liftMeters: null,
    main: null,
    reachedBy: [],
    testedOn: null,
    position: at(east, north),
    access: near(east, north),
  };
}

it('measures hose to water in metres, also over stairs, and ends where it reaches no further', () => {
  const waters = [hydrant('far', 90, 65), hydrant('near', 20, 65), hydrant('beside', -40, -5)];
  const found = findWater(graph, new Search(graph), {
    from: near(-50, 0),
    watersNear: indexNearby(waters),
    reachMeters: 150,
    heldUpMeters: 0,
    pace: layingPace(shippedParameters),
  });
  expect(found.map(({ water, effortMeters }) => [water.id, Math.round(effortMeters)])).toEqual([
    ['beside', 15],
    ['near', 50 + 60 + 20 + 5],
  ]);
});

it('lays no hose through a wall to water behind it', () => {
  const walled = miniGraph(
    { door: [0, 0], wall: [0, 60], street: [0, 100] },
    [{ through: ['door', 'wall', 'street'] }],
    { wall: 'wall' },
  );
  const nearWalled = (east: number, north: number) =>
    findNearestEdge(walled, at(east, north), { maxMeters: 100, accepts: () => true })!;
  const waters = [80, 10].map((north) => ({
    ...hydrant(`at ${north}`, 0, 0),
    position: at(4, north),
    access: nearWalled(4, north),
  }));
  const found = findWater(walled, new Search(walled), {
    from: nearWalled(0, 30),
    watersNear: indexNearby(waters),
    reachMeters: 150,
    heldUpMeters: 0,
    pace: layingPace(shippedParameters),
  });
  expect(found.map(({ water }) => water.id)).toEqual(['at 10']);
});
