import { expect, it } from 'vitest';
import { metersBetween } from '../distance.ts';
import { at } from './graph-for-test.ts';
import { placeObstacles, type RoadObstacle } from './place-obstacles.ts';
import type { RoadLine } from './road.ts';

const road: RoadLine = {
  id: 1,
  class: 'service',
  name: 'Ngõ 5',
  streetId: null,
  alleyId: null,
  alleyLevel: 1,
  oneway: 0,
  motor: true,
  foot: true,
  widthMeters: 3,
  possibleWidthMeters: 3,
  widthProvenance: 'tagged',
  maxHeightMeters: null,
  maxWeightTonnes: null,
  speedKmh: 8,
  nodeIds: [11, 12, 13],
  coordinates: [...at(0, 0), ...at(0, 40), ...at(0, 80)],
};

const bollard: RoadObstacle = {
  id: 7,
  roadIds: [1],
  at: at(1, 20),
  kind: 'bollard',
  family: 'passage',
  motor: false,
  footways: true,
  foot: true,
  delaySeconds: 0,
  hours: null,
};

const place = (obstacle: RoadObstacle, lines = [road], barriers: { nodeId: number }[] = []) =>
  placeObstacles(
    {
      lines,
      barriers: barriers.map((one) => ({
        kind: 'gate',
        family: 'passage',
        motor: true,
        footways: true,
        foot: true,
        delaySeconds: 20,
        ...one,
      })),
    },
    [obstacle],
    8,
  );

it('an obstacle gets a node of its own on the road, between its neighbours', () => {
  const { lines, barriers } = place(bollard);
  expect(lines[0]!.nodeIds).toEqual([11, -7, 12, 13]);
  const [lon, lat] = Array.from(lines[0]!.coordinates).slice(2, 4);
  expect(metersBetween([lon!, lat!], at(0, 20))).toBeLessThan(0.1);
  expect(barriers).toMatchObject([{ nodeId: -7, kind: 'bollard', motor: false, isReported: true }]);
});

it('one at the mouth of an alley stands in the alley, not on the street', () => {
  const { lines } = place({ ...bollard, at: at(0, -3) });
  expect(lines[0]!.nodeIds).toEqual([11, -7, 12, 13]);
});

it('one that the map has there already says what it is', () => {
  const { lines, barriers } = place({ ...bollard, at: at(0, 45) }, [road], [{ nodeId: 12 }]);
  expect(lines[0]!.nodeIds).toEqual([11, 12, 13]);
  expect(barriers).toMatchObject([{ nodeId: 12, kind: 'bollard' }]);
  const apart = place({ ...bollard, at: at(0, 60) }, [road], [{ nodeId: 12 }]);
  expect(apart.barriers.map(({ nodeId }) => nodeId)).toEqual([12, -7]);
});

it('a cable takes no bollard of the map away, however near it hangs', () => {
  const cable = { ...bollard, kind: 'low_cable', family: '', motor: true, maxHeightMeters: 4.2 };
  const { lines, barriers } = place({ ...cable, at: at(0, 45) }, [road], [{ nodeId: 12 }]);
  expect(lines[0]!.nodeIds).toEqual([11, 12, -7, 13]);
  expect(barriers).toMatchObject([
    { nodeId: 12, kind: 'gate' },
    { nodeId: -7, kind: 'low_cable' },
  ]);
  // Nor does a thing of no family a wall, of none either.
  const wall = [{ nodeId: 12, kind: 'wall', family: '' }];
  expect(place({ ...cable, at: at(0, 45) }, [road], wall).barriers).toHaveLength(2);
});

it('of the parts of a road that was split, the nearest carries it', () => {
  const far = { ...road, id: 2, nodeIds: [13, 14], coordinates: [...at(0, 80), ...at(0, 160)] };
  const { lines } = place({ ...bollard, roadIds: [1, 2], at: at(0, 120) }, [road, far]);
  expect(lines.map(({ nodeIds }) => nodeIds.length)).toEqual([3, 3]);
});

it('a market fills every part of its road', () => {
  const hours = { fromMinute: 300, toMinute: 480 };
  const market = { ...bollard, at: null, kind: 'market', hours };
  const { lines, barriers } = place(market);
  expect(lines[0]!.fills).toEqual([{ kind: 'market', motor: false, footways: true, hours }]);
  expect(barriers).toEqual([]);
});
