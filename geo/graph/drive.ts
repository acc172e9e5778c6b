// Drive times on the road graph: the answer of the second kind, when the router is not there.

import { lineMeters, localScale } from '../distance.ts';
import type { Position } from '../position.ts';
import { edgeLine, type RoadGraph } from './build-graph.ts';
import type { EdgePoint } from './locate.ts';
import { sliceLine } from '../line.ts';
import { arcsLine, joinLines, lineToNode, seedsAt } from './path-line.ts';
import type { Search, Seed } from './search.ts';
import { barrierSeconds, mayDrive, type EdgeAccess, type Vehicle } from './vehicle-access.ts';

export type Driver = { vehicle: Vehicle; access: EdgeAccess };
export type Drive = { seconds: number; meters: number; line: Position[]; roads: RoadStretch[] };

/** A stretch of one road on the way, for directions; bearings in degrees from north. */
export type RoadStretch = {
  road: number;
  meters: number;
  seconds: number;
  from: Position;
  startBearing: number;
  endBearing: number;
};

function secondsPerMeter(graph: RoadGraph, edge: number, vehicle: Vehicle): number {
  return 3.6 / (graph.roads[graph.edgeRoad[edge]!]!.speedKmh * vehicle.speedFactor);
}

/** Seconds to drive along an arc, with the barrier it starts at; Infinity where it is closed. */
function driveCost(graph: RoadGraph, { vehicle, access }: Driver, arc: number, from: number) {
  if (!mayDrive(access, arc)) return Infinity;
  const edge = arc >> 1;
  return (
    graph.edgeMeters[edge]! * secondsPerMeter(graph, edge, vehicle) +
    barrierSeconds(graph, from, vehicle)
  );
}

/** A point this near to the end of its edge stands on the junction itself: no direction binds it. */
const atEndMeters = 0.01;

/** The ends of an edge that lead to (or from) a point on it, in seconds. */
function driveSeeds(
  graph: RoadGraph,
  { vehicle, access }: Driver,
  at: EdgePoint,
  direction: 'to' | 'from',
): Seed[] {
  const perMeter = secondsPerMeter(graph, at.edge, vehicle);
  return seedsAt(graph, at).flatMap(({ node, cost: meters }, end) => {
    if (meters < atEndMeters) return [{ node, cost: 0 }];
    // Leaving towards `to` (end 1) is along the edge; arriving from `from` (end 0) is too.
    const along = (direction === 'from') === (end === 1);
    if (!mayDrive(access, 2 * at.edge + (along ? 0 : 1))) return [];
    const delay = direction === 'to' ? barrierSeconds(graph, node, vehicle) : 0;
    return delay < Infinity ? [{ node, cost: meters * perMeter + delay }] : [];
  });
}

/** Seconds from each start to one destination; null where there is no way within the limit. */
export function driveSeconds(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  { starts, to, limitSeconds }: { starts: EdgePoint[]; to: EdgePoint; limitSeconds?: number },
): (number | null)[] {
  searchTo(graph, search, driver, { starts, to, limitSeconds: limitSeconds ?? Infinity });
  return starts.map((start) => {
    const best = bestStart(graph, search, driver, { start, to });
    return best === null ? null : best.seconds;
  });
}

/** The way from one start to the destination; null where there is none. */
export function findDrive(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  { start, to }: { start: EdgePoint; to: EdgePoint },
): Drive | null {
  searchTo(graph, search, driver, { starts: [start], to, limitSeconds: Infinity });
  const best = bestStart(graph, search, driver, { start, to });
  if (!best) return null;
  if (best.node === null) {
    const line = sliceLine(edgeLine(graph, to.edge), start.metersAlong, to.metersAlong);
    const roads = mergeStretches(graph, driver, [{ edge: to.edge, line }]);
    return { seconds: best.seconds, meters: lineMeters(line), line, roads };
  }
  const { arcs, seed } = search.pathOf(best.node);
  const head = lineToNode(graph, start, best.node);
  const tail = lineToNode(graph, to, seed).toReversed();
  const line = joinLines([head, arcsLine(graph, arcs), tail]);
  const stretches = [
    { edge: start.edge, line: head },
    ...arcs.map((arc) => ({ edge: arc >> 1, line: arcsLine(graph, [arc]) })),
    { edge: to.edge, line: tail },
  ];
  const roads = mergeStretches(graph, driver, stretches);
  return { seconds: best.seconds, meters: lineMeters(line), line, roads };
}

function searchTo(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  { starts, to, limitSeconds }: { starts: EdgePoint[]; to: EdgePoint; limitSeconds: number },
): void {
  const wanted = new Set(
    starts.flatMap(({ edge }) => [graph.edgeFrom[edge]!, graph.edgeTo[edge]!]),
  );
  search.run(driveSeeds(graph, driver, to, 'to'), {
    backward: true,
    limit: limitSeconds,
    arcCost: (arc) =>
      driveCost(graph, driver, arc, arc & 1 ? graph.edgeTo[arc >> 1]! : graph.edgeFrom[arc >> 1]!),
    isDone: (node) => wanted.delete(node) && wanted.size === 0,
  });
}

function bestStart(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  { start, to }: { start: EdgePoint; to: EdgePoint },
): { node: number | null; seconds: number } | null {
  const ways: { node: number | null; seconds: number }[] = driveSeeds(graph, driver, start, 'from')
    .map(({ node, cost }) => ({ node, seconds: cost + search.cost[node]! }))
    .filter(({ seconds }) => Number.isFinite(seconds));
  if (start.edge === to.edge) {
    const ahead = to.metersAlong - start.metersAlong;
    if (mayDrive(driver.access, 2 * to.edge + (ahead >= 0 ? 0 : 1)))
      ways.push({
        node: null,
        seconds: Math.abs(ahead) * secondsPerMeter(graph, to.edge, driver.vehicle),
      });
  }
  return ways.toSorted((a, b) => a.seconds - b.seconds)[0] ?? null;
}

function mergeStretches(
  graph: RoadGraph,
  { vehicle }: Driver,
  stretches: { edge: number; line: Position[] }[],
): RoadStretch[] {
  const merged: RoadStretch[] = [];
  for (const { edge, line } of stretches) {
    const meters = lineMeters(line);
    if (meters < 0.1) continue;
    const seconds = meters * secondsPerMeter(graph, edge, vehicle);
    const road = graph.edgeRoad[edge]!;
    const last = merged[merged.length - 1];
    if (last && sameName(graph, last.road, road)) {
      last.meters += meters;
      last.seconds += seconds;
      last.endBearing = bearing(line.slice(-2));
    } else
      merged.push({
        road,
        meters,
        seconds,
        from: line[0]!,
        startBearing: bearing(line.slice(0, 2)),
        endBearing: bearing(line.slice(-2)),
      });
  }
  return merged;
}

function bearing([a, b]: Position[]): number {
  if (!a || !b) return 0;
  const scale = localScale(a[1]);
  return (Math.atan2((b[0] - a[0]) * scale.x, (b[1] - a[1]) * scale.y) * 180) / Math.PI;
}

function sameName(graph: RoadGraph, a: number, b: number): boolean {
  return (
    a === b || (graph.roads[a]!.name !== null && graph.roads[a]!.name === graph.roads[b]!.name)
  );
}
