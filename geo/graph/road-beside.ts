// The road that a pavement belongs to where the map draws it as a way of its own: people and hose step
// off it on to the road at any place, not only where the map joins the two.

import { lineMeters, localScale } from '../distance.ts';
import { projectOntoLine } from '../line.ts';
import type { Position } from '../position.ts';
import {
  degreesBetween,
  distanceTo,
  pointAt,
  shareOf,
  type Point,
  type Segment,
} from '../closures/plane.ts';
import { edgeLine, type RoadGraph } from './build-graph.ts';
import { findNearEdges, type EdgePoint } from './locate.ts';
import { isWalkable, type Road } from './road.ts';

/** How far from the middle of its road a way of people may run that the map calls its pavement, and one that it does not. */
export type PavementReach = { taggedMeters: number; untaggedMeters: number };

/** Ways this near to one another meet there. */
const samePlaceMeters = 0.5;
const alongDegrees = 30;
/** A road this near is under the feet, to no side. */
const onRoadMeters = 1;

/** null: what is there is no pavement of any road, as far as anybody knows; `meters` are from the pavement. */
export function findRoadBeside(
  graph: RoadGraph,
  at: EdgePoint,
  { taggedMeters, untaggedMeters }: PavementReach,
): EdgePoint | null {
  const own = roadAt(graph, at.edge);
  if (own.motor) return null;
  const ways = findNearEdges(graph, at.point, {
    maxMeters: samePlaceMeters,
    accepts: (edge) => mayBePavement(roadAt(graph, edge), own),
  });
  if (ways.length === 0) return null;
  const isTagged = ways.some(({ edge }) => roadAt(graph, edge).isPavement);
  const maxMeters = isTagged ? taggedMeters : untaggedMeters;
  const roads = findNearEdges(graph, at.point, {
    maxMeters,
    accepts: (edge) => mayBeBeside(roadAt(graph, edge), own, isTagged),
  });
  const along = nearestAlong(graph, at.point, { ways, roads, maxMeters });
  return along ?? (isTagged ? (roads[0] ?? null) : null);
}

function roadAt({ roads, edgeRoad }: RoadGraph, edge: number): Road {
  return roads[edgeRoad[edge]!]!;
}

/** Between an alley of people and the road behind it houses may stand: it is taken for no pavement. */
function mayBePavement(way: Road, own: Road): boolean {
  const isItsOwn = way.streetId !== null || way.alleyId !== null || way.alleyLevel > 0;
  return !way.motor && (way.isPavement === true || !isItsOwn) && isOnLevel(way, own);
}

function mayBeBeside(road: Road, own: Road, isTagged: boolean): boolean {
  return (
    road.motor && isWalkable(road) && isOnLevel(road, own) && (isTagged || road.alleyLevel === 0)
  );
}

/** A bridge has no pavement on the ground. */
function isOnLevel(one: Road, other: Road): boolean {
  return (one.isOffGround === true) === (other.isOffGround === true);
}

const here: Point = { x: 0, y: 0 };

/** Of the roads that one of the ways runs along. */
function nearestAlong(
  graph: RoadGraph,
  point: Position,
  { ways, roads, maxMeters }: { ways: EdgePoint[]; roads: EdgePoint[]; maxMeters: number },
): EdgePoint | null {
  const segmentsOf = ({ edge }: EdgePoint) => segmentsAround(point, edgeLine(graph, edge));
  const walked = ways
    .flatMap(segmentsOf)
    .filter((segment) => distanceTo(here, segment) <= samePlaceMeters);
  let best: (EdgePoint & { index: number }) | null = null;
  for (const road of roads)
    for (const [index, segment] of segmentsOf(road).entries()) {
      const meters = distanceTo(here, segment);
      if (meters > maxMeters || (best && meters >= best.meters)) continue;
      if (runsBeside(walked, segment)) best = { ...road, index, meters };
    }
  return best && placeOn(edgeLine(graph, best.edge), point, best);
}

/** In metres from the point. */
function segmentsAround([lon, lat]: Position, line: Position[]): Segment[] {
  const scale = localScale(lat);
  const points = line.map(([x, y]) => ({ x: (x - lon) * scale.x, y: (y - lat) * scale.y }));
  return points.slice(1).map((b, i) => ({ a: points[i]!, b }));
}

/** To a side of where people walk, not as what goes on from their way. */
function runsBeside(walked: Segment[], road: Segment): boolean {
  if (!walked.some((way) => degreesBetween(way, road) <= alongDegrees)) return false;
  const across = { a: here, b: pointAt(shareOf(here, road), road) };
  const isUnderFoot = distanceTo(here, road) < onRoadMeters;
  return isUnderFoot || degreesBetween(across, road) > 90 - alongDegrees;
}

function placeOn(
  line: Position[],
  from: Position,
  { edge, index }: { edge: number; index: number },
): EdgePoint {
  const { point, metersAlong, meters } = projectOntoLine(from, line.slice(index, index + 2));
  const before = lineMeters(line.slice(0, index + 1));
  return { edge, point, meters, metersAlong: before + metersAlong };
}
