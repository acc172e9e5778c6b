// On which alley of assumed width a stop rests: the one it stands in, else the one that it can only be
// reached through.

import { arcEnd, arcStart, type RoadGraph } from '../../geo/graph/build-graph.ts';
import type { Driver } from '../../geo/graph/drive.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { seedsAt } from '../../geo/graph/path-line.ts';
import { canDriveTo } from '../../geo/graph/reachable.ts';
import type { Seed } from '../../geo/graph/search.ts';
import {
  barrierSeconds,
  mayDrive,
  mayDriveBetween,
  restsOnAssumption,
} from '../../geo/graph/vehicle-access.ts';
import type { CityGraph, ClassOnGraph } from './city-graph.ts';
import { toRoadRef, type RoadRef } from './road-ref.ts';

type OnGraph = Pick<ClassOnGraph, 'vehicle' | 'reach'>;

/** `road` is an index in graph.roads; `node` null where it stands on the edge of `at`. */
export type Standing = { road: number; node: number | null; at: EdgePoint };

/** null: neither. */
export function findAssumedRoad(
  city: CityGraph,
  onGraph: OnGraph,
  { road, node, at }: Standing,
): RoadRef | null {
  const own = city.graph.roads[road]!;
  if (restsOnAssumption(own)) return toRoadRef(own);
  return findAssumedBefore(city, onGraph, node ?? at);
}

/**
 * The alley by which a place (a node, or on an edge) is entered that is not reached without one: the nearest of them, as
 * far away as stops are looked for, so that few roads are looked at.
 */
export function findAssumedBefore(
  { graph, search, settings }: CityGraph,
  { vehicle, reach: { stated, certain } }: OnGraph,
  place: number | EdgePoint,
): RoadRef | null {
  if (certain.access === stated.access) return null;
  const isCertain = (node: number) => certain.reachable[node] === 1;
  const isReached =
    typeof place === 'number'
      ? isCertain(place)
      : canDriveTo(graph, { vehicle, ...certain }, place);
  if (isReached) return null;
  let entrance: number | null = null;
  search.run(seedsTo(graph, { vehicle, access: stated.access }, place), {
    backward: true,
    limit: settings.parameters.number('stop_search_max'),
    arcCost: (arc) => {
      if (isCertain(arcEnd(graph, arc)) || !mayDrive(stated.access, arc)) return Infinity;
      const isStopped = barrierSeconds(graph, arcStart(graph, arc), vehicle) === Infinity;
      return isStopped ? Infinity : graph.edgeMeters[arc >> 1]!;
    },
    isDone: (node) => {
      if (!isCertain(node)) return false;
      const arc = search.arcBy[node]!;
      // Nothing lies between: it is the road of the place itself.
      entrance = arc < 0 && typeof place !== 'number' ? place.edge : arc >> 1;
      return true;
    },
  });
  return entrance === null ? null : toRoadRef(graph.roads[graph.edgeRoad[entrance]!]!);
}

function seedsTo(graph: RoadGraph, driver: Driver, place: number | EdgePoint): Seed[] {
  if (typeof place === 'number') return [{ node: place, cost: 0 }];
  return seedsAt(graph, place).filter(({ node }, end) => {
    const from = end === 0 ? 0 : graph.edgeMeters[place.edge]!;
    const passage = { edge: place.edge, from, to: place.metersAlong };
    const isStopped = barrierSeconds(graph, node, driver.vehicle) === Infinity;
    return !isStopped && mayDriveBetween(graph, driver, passage);
  });
}
