// The usable water to which hose is laid soonest from where a vehicle stands, by the hose paths that the city knows for every node.

import { listDelaysAt, secondsHeldUp, type FootDelay } from '../../geo/graph/foot-delays.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { walkSeedsAt } from '../../geo/graph/path-line.ts';
import { mayWalkBetween } from '../../geo/graph/road-conditions.ts';
import { isFlowKnown } from '../hydraulics/supply.ts';
import type { CityGraph } from './city-graph.ts';
import type { WaterList } from './door-plan.ts';
import { mayFeed, type WaterInReach, type WaterPoint } from './find-water.ts';
import { layingPace } from './paces.ts';
import type { Supply } from './times.ts';

export function supplyOf(list: WaterList): Supply | null {
  const nearest = nearestFeeding(list);
  return nearest && toSupply(nearest.water, nearest.hoseMeters, nearest.footDelays);
}

/** The nearest usable ones may be dry, with others behind them. */
export function nearestFeeding({ usable, sources }: WaterList): WaterInReach | null {
  return [...usable, ...sources].find(({ water }) => mayFeed(water)) ?? null;
}

export function supplyAtNode(city: CityGraph, node: number): Supply | null {
  const meters = city.supplyMeters[node]!;
  const water = city.waters[city.supplyWater[node]!];
  return water ? toSupply(water, meters, delaysFrom(city, node)) : null;
}

/** On the hose path from a node to its water, but at the node itself: who lays hose to the door as well is past that. */
export function delaysFrom({ graph, supplyDelay }: CityGraph, node: number): FootDelay[] {
  const nodes: number[] = [];
  for (let next = supplyDelay[node]!; next >= 0; next = supplyDelay[next]!) nodes.push(next);
  return listDelaysAt(graph, nodes);
}

/** By one end of the edge, or from water along the edge itself. */
export function supplyOnEdge(city: CityGraph, at: EdgePoint): Supply | null {
  const { graph, settings } = city;
  const reachMeters = settings.parameters.number('water_reach');
  const { metersPerSecond, by } = layingPace(settings.parameters);
  const effort = ({ meters, footDelays }: Supply) =>
    meters + metersPerSecond * secondsHeldUp(by, footDelays);
  const byEnds = walkSeedsAt(graph, at).flatMap(({ node, cost }) => {
    const supply = supplyAtNode(city, node);
    if (!supply) return [];
    const footDelays = [...listDelaysAt(graph, [node]), ...supply.footDelays];
    return [{ ...supply, meters: supply.meters + cost, footDelays }];
  });
  const along = city.watersNear(at.point, reachMeters).flatMap((water) => {
    const { edge, metersAlong, meters } = water.access;
    const isOnIt = mayFeed(water) && edge === at.edge;
    if (!isOnIt || !mayWalkBetween(graph, edge, [at.metersAlong, metersAlong])) return [];
    const hoseMeters = Math.abs(at.metersAlong - metersAlong) + meters;
    return [toSupply(water, hoseMeters, [])];
  });
  const mostEffort = reachMeters + settings.parameters.number('water_reach_held_up');
  const inReach = [...byEnds, ...along].filter(
    (supply) => supply.meters <= reachMeters && effort(supply) <= mostEffort,
  );
  return inReach.toSorted((a, b) => effort(a) - effort(b))[0] ?? null;
}

export function toSupply(water: WaterPoint, meters: number, footDelays: FootDelay[]): Supply {
  const { kind, pressureBar } = water;
  return {
    meters,
    footDelays,
    kind: kind === 'hydrant' ? 'hydrant' : 'draft',
    pressureBar,
    isFlowKnown: isFlowKnown(water),
  };
}
