// The road that a pavement belongs to where the map draws it as a way of its own: people and hose step
// off it on to the road at any place, not only where the map joins the two.

import { localScale } from '../distance.ts';
import { sliceLine } from '../line.ts';
import type { Position } from '../position.ts';
import { degreesBetween, type Segment } from '../closures/plane.ts';
import { edgeLine, type RoadGraph } from './build-graph.ts';
import { findNearEdges, type EdgePoint, type PlaceOnEdge } from './locate.ts';
import { isWalkable, type Road } from './road.ts';

/** How far from the middle of its road a way of people may run that the map calls its pavement, and one that it does not. */
export type PavementReach = { taggedMeters: number; untaggedMeters: number };

const alongDegrees = 30;
/** So much of a way to either side says where it leads. */
const aroundMeters = 5;

/** null: it is no pavement of any road, as far as anybody knows; `meters` are from the pavement. */
export function findRoadBeside(
  graph: RoadGraph,
  at: EdgePoint,
  { taggedMeters, untaggedMeters }: PavementReach,
): EdgePoint | null {
  const way = roadOf(graph, at);
  if (way.motor) return null;
  const isTagged = way.isPavement ?? false;
  if (!isTagged && isOfItsOwn(way)) return null;
  const near = findNearEdges(graph, at.point, {
    maxMeters: isTagged ? taggedMeters : untaggedMeters,
    accepts: (edge) => {
      const road = graph.roads[graph.edgeRoad[edge]!]!;
      return isBesidePeople(road, way) && (isTagged || road.alleyLevel === 0);
    },
  });
  const along = near.find((road) => runsBeside(graph, at, road));
  return along ?? (isTagged ? (near[0] ?? null) : null);
}

function roadOf({ roads, edgeRoad }: RoadGraph, { edge }: PlaceOnEdge): Road {
  return roads[edgeRoad[edge]!]!;
}

/** Houses may stand between an alley of people and the road behind them. */
function isOfItsOwn({ streetId, alleyId, alleyLevel }: Road): boolean {
  return streetId !== null || alleyId !== null || alleyLevel > 0;
}

/** A bridge has no pavement on the ground. */
function isBesidePeople(road: Road, way: Road): boolean {
  return road.motor && isWalkable(road) && !road.isOffGround === !way.isOffGround;
}

/** In the direction of the road, and not as what goes on from its end. */
function runsBeside(graph: RoadGraph, at: EdgePoint, road: EdgePoint): boolean {
  const scale = localScale(at.point[1]);
  const segment = (a: Position, b: Position): Segment => ({
    a: { x: a[0] * scale.x, y: a[1] * scale.y },
    b: { x: b[0] * scale.x, y: b[1] * scale.y },
  });
  const around = ({ edge, metersAlong }: PlaceOnEdge): Segment => {
    const line = edgeLine(graph, edge);
    const part = sliceLine(line, Math.max(0, metersAlong - aroundMeters), metersAlong + aroundMeters);
    return segment(part[0]!, part.at(-1)!);
  };
  const onRoad = around(road);
  if (degreesBetween(around(at), onRoad) > alongDegrees) return false;
  if (road.meters < 1) return true;
  return degreesBetween(segment(at.point, road.point), onRoad) > 90 - alongDegrees;
}
