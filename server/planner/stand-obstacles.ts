// The roads with all that stands on them: barriers of the map, what people reported, sharp bends.

import { findCorners } from '../../geo/graph/corners.ts';
import { placeObstacles, type RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import type { Corner, RoadBarrier, RoadLine } from '../../geo/graph/road.ts';
import { findHindrance } from '../../geo/graph/vehicle-access.ts';
import type { ResponseSettings } from './settings.ts';

export type Standing = {
  lines: RoadLine[];
  barriers: RoadBarrier[];
  /** Sharp bends by node, whether they stop anyone or not. */
  corners: ReadonlyMap<number, Corner>;
};

/** Of what is a bend and nothing else. */
export const cornerKind = 'corner';

const openCorner = {
  kind: cornerKind,
  motor: true,
  footways: true,
  foot: true,
  delaySeconds: 0,
};

type Rows = {
  roads: RoadLine[];
  barriers: RoadBarrier[];
  obstacles: RoadObstacle[];
  settings: ResponseSettings;
};

/** `last`: what stood on the same roads before some of them changed; only there it is looked at again. */
export function standObstacles(
  { roads, barriers, obstacles, settings: { parameters, classes } }: Rows,
  last?: Standing,
): Standing {
  const placed = placeObstacles(
    { lines: roads, barriers },
    obstacles,
    parameters.number('same_obstacle_max'),
  );
  const corners = bendRoads(placed.lines, parameters.number('corner_angle_min'), last);
  const standing = new Map(placed.barriers.map((barrier) => [barrier.nodeId, barrier]));
  for (const [nodeId, corner] of corners) {
    const bend: RoadBarrier = { ...openCorner, nodeId, corner };
    // Every node that something stands on is a junction to search: those that stop nobody are left out.
    if (classes.every((vehicle) => findHindrance(bend, vehicle) === null)) continue;
    const known = standing.get(nodeId);
    standing.set(nodeId, known ? { ...known, corner } : bend);
  }
  return { lines: placed.lines, barriers: [...standing.values()], corners };
}

function bendRoads(
  lines: RoadLine[],
  minDegrees: number,
  last: Standing | undefined,
): ReadonlyMap<number, Corner> {
  if (!last) return findCorners(lines, minDegrees);
  const known = new Set(last.lines);
  const kept = new Set(lines);
  const changed = [
    ...lines.filter((line) => !known.has(line)),
    ...last.lines.filter((line) => !kept.has(line)),
  ];
  const nodes = new Set(changed.flatMap(({ nodeIds }) => Array.from(nodeIds)));
  return new Map([
    ...[...last.corners].filter(([node]) => !nodes.has(node)),
    ...findCorners(lines, minDegrees, nodes),
  ]);
}
