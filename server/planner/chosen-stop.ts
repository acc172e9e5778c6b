// A stop point that the dispatcher chose: taken to the nearest road that the vehicle can come along,
// with the hose from there. Whether another one would be sooner is not asked.

import {
  findNearestEdge,
  pointOnEdge,
  projectOntoEdges,
  type EdgePoint,
} from '../../geo/graph/locate.ts';
import type { Pace } from '../../geo/graph/foot-delays.ts';
import { canDriveTo } from '../../geo/graph/reachable.ts';
import { isClosedNow } from '../../geo/graph/vehicle-access.ts';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { findAssumedRoad } from './assumed-road.ts';
import { listBeforeClosures } from './before-closures.ts';
import { isClosedToRouter } from './closed-to-router.ts';
import type { CityGraph, ClassOnGraph } from './city-graph.ts';
import type { PlannedStop } from './door-plan.ts';
import { drawHoseLeg, hoseFrom } from './hose-leg.ts';
import { toRoadRef } from './road-ref.ts';
import { standAt } from './room-to-stand.ts';

type Asked = { chosen: Position; door: EdgePoint; minute: number | null; pace: Pace };

/** Everything of the stop but the water it has. */
export type ChosenStop = Omit<PlannedStop, 'supply'>;

/**
 * null: no road of the class is near, or no hose leads from there to the door, by the ways on foot that
 * are in `city.walk`.
 */
export function placeChosenStop(
  city: CityGraph,
  onGraph: ClassOnGraph,
  { chosen, door, minute, pace }: Asked,
): ChosenStop | null {
  const { graph, settings } = city;
  const { access } = onGraph.reach.stated;
  const at = findNearestPlace(city, onGraph, chosen);
  const stairsFactor = settings.parameters.number('stairs_factor');
  const hose = at && hoseFrom(graph, city.walk, at, { door, stairsFactor, pace });
  if (!hose) return null;
  const road = graph.roads[graph.edgeRoad[at.edge]!]!;
  return {
    point: at.point,
    at,
    hoseStart: { ...at, minute },
    hoseMeters: hose.meters,
    effortMeters: hose.effortMeters,
    footDelays: hose.footDelays,
    line: drawHoseLeg(graph, door, { onEdge: at, way: hose.way }),
    reason: { code: 'chosen', snapMeters: Math.round(at.meters) },
    road: toRoadRef(road),
    blockedBy: null,
    assumedRoad: findAssumedRoad(city, onGraph, { road: graph.edgeRoad[at.edge]!, node: null, at }),
    isClosedFurtherOn: isClosedToRouter(graph, { vehicle: onGraph.vehicle, access }, at.edge),
    ...standAt(
      { graph, vehicle: onGraph.vehicle, access },
      { road: graph.edgeRoad[at.edge]!, at },
      settings.parameters,
    ),
  };
}

/** On a road that it can come along, as far as that is open. */
function findNearestPlace(
  { graph, settings }: CityGraph,
  { vehicle, reach }: ClassOnGraph,
  chosen: Position,
): EdgePoint | null {
  const reached = { vehicle, ...reach.stated };
  const maxMeters = settings.parameters.number('door_snap_max');
  const accepts = (edge: number): boolean => {
    const isPartly = isClosedNow(reached.access, edge);
    const place = isPartly
      ? projectOntoEdges(graph, chosen, [edge])!
      : { edge, metersAlong: graph.edgeMeters[edge]! / 2 };
    return canDriveTo(graph, reached, place);
  };
  const open = findNearestEdge(graph, chosen, { maxMeters, accepts });
  // Where it lies on what is closed, just before that is meant.
  const before = listBeforeClosures(graph, reached)
    .map((place) => pointOnEdge(graph, place))
    .map((at) => ({ ...at, meters: metersBetween(chosen, at.point) }))
    .filter(({ meters }) => meters <= maxMeters);
  return [...(open ? [open] : []), ...before].toSorted((a, b) => a.meters - b.meters)[0] ?? null;
}
