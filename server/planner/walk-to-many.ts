// How far it is on foot from one point to several, along the network, within a limit.

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
  const { graph, search, settings } = city;
  const maxMeters = settings.parameters.number('door_link_max');
  const locate = (position: Position) => meetRoad(city, position, maxMeters);
  const start = locate(from);
  if (!start) return to.map(() => null);
  search.run(walkSeedsAt(graph, start), {
    limit: limitMeters,
    arcCost: (arc) => measureHose(graph, arc),
  });
  const metersTo = (end: EdgePoint): number => {
    const isOnOne =
      start.edge === end.edge &&
      mayWalkBetween(graph, end.edge, [start.metersAlong, end.metersAlong]);
    const along = isOnOne ? Math.abs(start.metersAlong - end.metersAlong) : Infinity;
    const around = walkSeedsAt(graph, end).map(({ node, cost }) => search.cost[node]! + cost);
    return start.meters + Math.min(along, ...around) + end.meters;
  };
  return to.map((position) => {
    const end = locate(position);
    const meters = end ? metersTo(end) : Infinity;
    return meters <= limitMeters ? meters : null;
  });
}
