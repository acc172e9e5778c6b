// How far it is on foot from one point to several, along the network, within a limit.

import { metersBetween } from '../../geo/distance.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { walkSeedsAt } from '../../geo/graph/path-line.ts';
import { mayWalkBetween } from '../../geo/graph/road-conditions.ts';
import { measureHose } from '../../geo/graph/vehicle-access.ts';
import type { Position } from '../../geo/position.ts';
import type { CityGraph } from './city-graph.ts';
import { meetRoad } from './meet-road.ts';

export type WalksRequest = { from: Position; to: Position[]; limitMeters: number };

/** Metres per place, with the gaps to the network at both ends; null beyond the limit or where no way leads. */
export function walkToMany(
  city: CityGraph,
  { from, to, limitMeters }: WalksRequest,
): (number | null)[] {
  // People in a yard or a large hall may be as far from any way that is drawn as they may be from the fire.
  const locate = (position: Position) => meetRoad(city, position, limitMeters);
  const start = locate(from);
  const walkTo = start ? walkFrom(city, start, limitMeters) : () => Infinity;
  return to.map((position) => {
    const end = locate(position);
    const straight = metersBetween(from, position);
    // Nearer to each other than to any way: over open ground, as in the gaps.
    const isApart = straight > Math.min(gapOf(start), gapOf(end));
    const meters = isApart ? (end ? walkTo(end) : Infinity) : straight;
    return meters <= limitMeters ? meters : null;
  });
}

function gapOf(end: EdgePoint | null): number {
  return end?.meters ?? Infinity;
}

function walkFrom(
  { graph, search }: CityGraph,
  start: EdgePoint,
  limitMeters: number,
): (end: EdgePoint) => number {
  search.run(walkSeedsAt(graph, start), {
    limit: limitMeters,
    arcCost: (arc) => measureHose(graph, arc),
  });
  return (end) => {
    const isOnOne =
      start.edge === end.edge &&
      mayWalkBetween(graph, end.edge, [start.metersAlong, end.metersAlong]);
    const along = isOnOne ? Math.abs(start.metersAlong - end.metersAlong) : Infinity;
    const around = walkSeedsAt(graph, end).map(({ node, cost }) => search.cost[node]! + cost);
    return start.meters + Math.min(along, ...around) + end.meters;
  };
}
