// What people reported to stand on a road becomes part of it: a barrier on a node of its own, or on
// that of the barrier of the same family which the map has there already.

import { metersBetween } from '../distance.ts';
import { projectOntoLine } from '../line.ts';
import type { Position } from '../position.ts';
import type { RoadBarrier, RoadLine, WayObstacle } from './road.ts';

/** `id` is unique among obstacles; `at` null: it fills its ways. */
export type RoadObstacle = {
  id: number;
  /** Rows of `roads` that carry it; one at a point stands on the nearest of them. */
  roadIds: number[];
  at: Position | null;
} & Omit<RoadBarrier, 'nodeId'> &
  Pick<WayObstacle, 'hours'>;

type Placed = { lines: RoadLine[]; barriers: RoadBarrier[] };

/** Stairs that the map draws as such are counted along their whole length. */
const countedByLength = { footDelaySeconds: 0, hoseDelaySeconds: 0 };

/** Never on the end of a way: there it would stand on the street as well. */
const fromEndMeters = 1;

export function placeObstacles(
  { lines, barriers }: Placed,
  obstacles: RoadObstacle[],
  sameObstacleMeters: number,
): Placed {
  if (obstacles.length === 0) return { lines, barriers };
  const byId = new Map(lines.map((line) => [line.id, line]));
  const standing = new Map(barriers.map((barrier) => [barrier.nodeId, barrier]));
  const ofMap = new Set(standing.keys());
  for (const obstacle of obstacles) {
    const carriers = obstacle.roadIds.flatMap((id) => byId.get(id) ?? []);
    if (!obstacle.at) {
      const { kind, motor, footways, hours } = obstacle;
      for (const line of carriers)
        byId.set(line.id, {
          ...line,
          fills: [...(line.fills ?? []), { kind, motor, footways, hours }],
        });
      continue;
    }
    const placed = placeAt(carriers, obstacle.at);
    if (!placed) continue;
    const same = findSame(placed.line, placed.point, {
      isSame: (node) =>
        ofMap.has(node) && !!obstacle.family && standing.get(node)!.family === obstacle.family,
      sameObstacleMeters,
    });
    const nodeId = same ?? -obstacle.id;
    if (same === null) byId.set(placed.line.id, insertNode(placed, nodeId));
    const { id: _id, roadIds: _roadIds, at: _at, hours: _hours, ...barrier } = obstacle;
    const isCounted = obstacle.kind === 'stairs' && placed.line.class === 'steps';
    const onFoot = isCounted ? countedByLength : {};
    standing.set(nodeId, { ...barrier, ...onFoot, nodeId, isReported: true });
    ofMap.delete(nodeId);
  }
  return { lines: lines.map(({ id }) => byId.get(id)!), barriers: [...standing.values()] };
}

type Spot = { line: RoadLine; segment: number; point: Position };

function placeAt(carriers: RoadLine[], at: Position): Spot | null {
  let best: { line: RoadLine; metersAlong: number; meters: number } | null = null;
  for (const line of carriers) {
    const { metersAlong, meters } = projectOntoLine(at, positionsOf(line));
    if (!best || meters < best.meters) best = { line, metersAlong, meters };
  }
  return best && spotAlong(best.line, best.metersAlong);
}

function positionsOf({ coordinates, nodeIds }: RoadLine): Position[] {
  return Array.from({ length: nodeIds.length }, (_, i) => [
    coordinates[2 * i]!,
    coordinates[2 * i + 1]!,
  ]);
}

/** The place so many metres along, kept off the ends, and the segment it lies on. */
function spotAlong(line: RoadLine, metersAlong: number): Spot {
  const positions = positionsOf(line);
  const lengths = positions.slice(1).map((end, i) => metersBetween(positions[i]!, end));
  const total = lengths.reduce((sum, meters) => sum + meters, 0);
  const margin = Math.min(fromEndMeters, total / 2);
  let rest = Math.min(Math.max(metersAlong, margin), total - margin);
  let segment = 0;
  while (segment < lengths.length - 1 && rest > lengths[segment]!) rest -= lengths[segment++]!;
  const [a, b] = [positions[segment]!, positions[segment + 1]!];
  const share = lengths[segment]! > 0 ? Math.min(1, rest / lengths[segment]!) : 0;
  return {
    line,
    segment,
    point: [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share],
  };
}

/** The barrier of the map that the survey speaks of, by its node. */
function findSame(
  { nodeIds, coordinates }: RoadLine,
  point: Position,
  { isSame, sameObstacleMeters }: { isSame: (node: number) => boolean; sameObstacleMeters: number },
): number | null {
  let best: { nodeId: number; meters: number } | null = null;
  for (let i = 0; i < nodeIds.length; i++) {
    if (!isSame(nodeIds[i]!)) continue;
    const meters = metersBetween(point, [coordinates[2 * i]!, coordinates[2 * i + 1]!]);
    if (meters <= sameObstacleMeters && (!best || meters < best.meters))
      best = { nodeId: nodeIds[i]!, meters };
  }
  return best?.nodeId ?? null;
}

function insertNode({ line, segment, point }: Spot, nodeId: number): RoadLine {
  const ids = Array.from(line.nodeIds);
  const coordinates = Array.from(line.coordinates);
  ids.splice(segment + 1, 0, nodeId);
  coordinates.splice(2 * (segment + 1), 0, ...point);
  return { ...line, nodeIds: ids, coordinates };
}
