// The roads with all that stands on them: barriers of the map, what people reported, sharp bends.

import { findCorners } from '../../geo/graph/corners.ts';
import { placeObstacles, type RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import type { RoadBarrier, RoadLine } from '../../geo/graph/road.ts';
import { findHindrance } from '../../geo/graph/vehicle-access.ts';
import type { ResponseSettings } from './settings.ts';

type Standing = { lines: RoadLine[]; barriers: RoadBarrier[] };

const openCorner = {
  kind: 'corner',
  motor: true,
  footways: true,
  foot: true,
  delaySeconds: 0,
};

export function standObstacles({
  roads,
  barriers,
  obstacles,
  settings: { parameters, classes },
}: {
  roads: RoadLine[];
  barriers: RoadBarrier[];
  obstacles: RoadObstacle[];
  settings: ResponseSettings;
}): Standing {
  const placed = placeObstacles(
    { lines: roads, barriers },
    obstacles,
    parameters.number('same_obstacle_max'),
  );
  const standing = new Map(placed.barriers.map((barrier) => [barrier.nodeId, barrier]));
  for (const [nodeId, corner] of findCorners(placed.lines, parameters.number('corner_angle_min'))) {
    const bend: RoadBarrier = { ...openCorner, nodeId, corner };
    // Every node that something stands on is a junction to search: those that stop nobody are left out.
    if (classes.every((vehicle) => findHindrance(bend, vehicle) === null)) continue;
    const known = standing.get(nodeId);
    standing.set(nodeId, known ? { ...known, corner } : bend);
  }
  return { lines: placed.lines, barriers: [...standing.values()] };
}
