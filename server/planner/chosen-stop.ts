// A stop point that the dispatcher chose: taken to the nearest road that the vehicle can come along,
// with the hose from there. Whether another one would be sooner is not asked.

import { arcStart, edgeLine } from '../../geo/graph/build-graph.ts';
import { findNearestEdge, type EdgePoint } from '../../geo/graph/locate.ts';
import {
  arcsLine,
  joinLines,
  lineToNode,
  seedsAt,
  walkSeedsAt,
} from '../../geo/graph/path-line.ts';
import { mayWalkBetween } from '../../geo/graph/road-conditions.ts';
import {
  barrierSeconds,
  isWalled,
  mayDrive,
  measureHose,
  restsOnAssumption,
} from '../../geo/graph/vehicle-access.ts';
import { sliceLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';
import type { CityGraph, ClassOnGraph } from './city-graph.ts';
import type { PlannedStop } from './door-plan.ts';
import { isStairs } from './find-stops.ts';
import { toRoadRef } from './road-ref.ts';
import { standAt } from './room-to-stand.ts';

/** Everything of the stop but the water it has. */
export type ChosenStop = Omit<PlannedStop, 'supply'>;

/** null: no road of the class is near, or no hose leads from there to the door. */
export function placeChosenStop(
  city: CityGraph,
  onGraph: ClassOnGraph,
  { chosen, door }: { chosen: Position; door: EdgePoint },
): ChosenStop | null {
  const { graph, settings } = city;
  const at = findNearestEdge(graph, chosen, {
    maxMeters: settings.parameters.number('door_snap_max'),
    accepts: (edge) => canComeAlong(city, onGraph, edge),
  });
  const hose = at && hoseToDoor(city, at, door);
  if (!hose) return null;
  const road = graph.roads[graph.edgeRoad[at.edge]!]!;
  return {
    point: at.point,
    at,
    hoseStart: at,
    ...hose,
    reason: { code: 'chosen', snapMeters: Math.round(at.meters) },
    road: toRoadRef(road),
    blockedBy: null,
    restsOnAssumption: restsOnAssumption(road),
    ...standAt(
      { graph, vehicle: onGraph.vehicle, access: onGraph.reach.stated.access },
      { road: graph.edgeRoad[at.edge]!, at },
      settings.parameters,
    ),
  };
}

function canComeAlong(
  { graph }: CityGraph,
  { vehicle, reach }: ClassOnGraph,
  edge: number,
): boolean {
  const { access, reachable } = reach.stated;
  return [2 * edge, 2 * edge + 1].some((arc) => {
    const from = arcStart(graph, arc);
    return (
      mayDrive(access, arc) &&
      reachable[from] === 1 &&
      barrierSeconds(graph, from, vehicle) < Infinity
    );
  });
}

type Hose = Pick<PlannedStop, 'hoseMeters' | 'effortMeters' | 'line'>;

function hoseToDoor(city: CityGraph, from: EdgePoint, door: EdgePoint): Hose | null {
  const { graph, search, settings } = city;
  const stairs = settings.parameters.number('stairs_factor');
  const effortOf = (edge: number) => (isStairs(graph, edge) ? stairs : 1);
  const along: [number, number] = [from.metersAlong, door.metersAlong];
  if (from.edge === door.edge && mayWalkBetween(graph, door.edge, along)) {
    const meters = Math.abs(from.metersAlong - door.metersAlong);
    const line = sliceLine(edgeLine(graph, door.edge), from.metersAlong, door.metersAlong);
    return { hoseMeters: meters, effortMeters: meters * effortOf(door.edge), line };
  }
  search.run(walkSeedsAt(graph, door), {
    backward: true,
    limit: settings.parameters.number('stop_search_max'),
    arcCost: (arc) => measureHose(graph, arc) * effortOf(arc >> 1),
  });
  const [best] = walkSeedsAt(graph, from)
    // No hose comes past a wall that stands at one end.
    .filter(({ node }) => !isWalled(graph, node) && Number.isFinite(search.cost[node]!))
    .toSorted((a, b) => a.cost + search.cost[a.node]! - b.cost - search.cost[b.node]!);
  if (!best) return null;
  const { arcs, seed } = search.pathOf(best.node);
  const onDoorEdge = seedsAt(graph, door).find(({ node }) => node === seed)!.cost;
  return {
    hoseMeters:
      best.cost + onDoorEdge + arcs.reduce((sum, arc) => sum + graph.edgeMeters[arc >> 1]!, 0),
    effortMeters: best.cost + search.cost[best.node]! + (effortOf(door.edge) - 1) * onDoorEdge,
    line: joinLines([
      lineToNode(graph, from, best.node),
      arcsLine(graph, arcs),
      lineToNode(graph, door, seed).toReversed(),
    ]),
  };
}
