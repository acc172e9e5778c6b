// The water of a stop with those gates open that its crew opens anyway: what its engine has to drive through to get there,
// and what stands on the way of the hose to the door. What the city knows of every node (find-supply.ts) has every gate
// shut. Where that would be no different with all of them open, as nearly everywhere, nothing is searched.

import { arcEnd } from '../../geo/graph/build-graph.ts';
import { delayMeters, secondsHeldUp, type FootDelay } from '../../geo/graph/foot-delays.ts';
import { walkSeedsAt } from '../../geo/graph/path-line.ts';
import { measureHose } from '../../geo/graph/vehicle-access.ts';
import type { CityGraph } from './city-graph.ts';
import type { PlannedStop } from './door-plan.ts';
import { mayDrivePast, mustDrivePast, type Driven } from './driven-past.ts';
import { delaysOnWay, heldAt, seedsFrom, type HoseStart, type WaterPoint } from './find-water.ts';
import { layingPace } from './paces.ts';
import { delaysFrom, toSupply } from './supply-at.ts';
import { tankFills, type Supply } from './times.ts';

/** What the city knows of each node is kept in single precision. */
const roundingMeters = 1e-3;

/** `supply` is the one with every gate shut; it stays where no clock rests on it. */
export function supplyPastOpen(
  city: CityGraph,
  driven: Driven,
  {
    from,
    at,
    hoseMeters,
    footDelays,
    supply,
  }: Pick<PlannedStop, 'at' | 'hoseMeters' | 'footDelays' | 'supply'> & { from: HoseStart },
): Supply | null {
  const { vehicle } = driven;
  const isUsed = vehicle.sustainedFlow && !tankFills(vehicle, hoseMeters, city.settings.parameters);
  if (!isUsed || !dependsOnGates(city, from)) return supply;
  const onLeg = new Set(footDelays.map(({ node }) => node));
  const isDriven = new Map<number, boolean>();
  // What nobody has looked at yet counts as open: only what is on the ways that would be best then is looked at.
  const isOpen = (gate: number) =>
    onLeg.has(gate) || (isDriven.get(gate) ?? mayDrivePast(city, driven, gate));
  for (;;) {
    const way = findWay(city, { from, isOpen, laidSoonerThan: supply });
    if (!way) return supply;
    const opened = way.passed.filter((gate) => !onLeg.has(gate) && isOpen(gate));
    for (const gate of opened)
      if (!isDriven.has(gate)) isDriven.set(gate, mustDrivePast(city, driven, { at, gate }));
    if (!opened.every(isOpen)) continue;
    const isShut = ({ node }: FootDelay) => !opened.includes(node);
    return {
      ...toSupply(way.water, way.meters, way.footDelays.filter(isShut)),
      isGateOpen: opened.length > 0,
      opened: [...onLeg, ...opened],
    };
  }
}

/** Whether any way of hose from there would lead elsewhere, or be laid sooner, if every gate stood open. */
function dependsOnGates({ graph, supplyIfOpen, settings }: CityGraph, from: HoseStart): boolean {
  if ('node' in from) return supplyIfOpen.has(from.node);
  const pace = layingPace(settings.parameters);
  return walkSeedsAt(graph, from).some(
    ({ node }) => supplyIfOpen.has(node) || delayMeters(graph, node, pace) > 0,
  );
}

type Way = { water: WaterPoint; meters: number; footDelays: FootDelay[]; passed: number[] };

/**
 * To the usable water to which hose is laid soonest, if sooner than to what is known; null where it is not. What the city
 * knows of each node guides the search: it visits little more than the way itself.
 */
function findWay(
  city: CityGraph,
  {
    from,
    isOpen,
    laidSoonerThan,
  }: { from: HoseStart; isOpen: (gate: number) => boolean; laidSoonerThan: Supply | null },
): Way | null {
  const { graph, search, settings, supplyMeters, supplyWater, supplyIfOpen } = city;
  const { parameters } = settings;
  const laying = { from, isOpen, pace: layingPace(parameters) };
  const { metersPerSecond, by } = laying.pace;
  const held = (delays: FootDelay[]) => metersPerSecond * secondsHeldUp(by, delays);
  const reachMeters = parameters.number('water_reach');
  const mostHeldUp = parameters.number('water_reach_held_up');
  const known = laidSoonerThan
    ? laidSoonerThan.meters + held(laidSoonerThan.footDelays) - roundingMeters
    : Infinity;
  let best = { node: -1, effort: Math.min(known, reachMeters + mostHeldUp) };
  /** Of all that stands on the way there, what is shut counts. */
  const hoseTo = (node: number) => {
    const delays = delaysOnWay(graph, search, { from }, node);
    const meters = search.cost[node]! - held(delays.filter((at) => !isOpen(at.node)));
    return { delays, meters: meters + supplyMeters[node]! };
  };
  search.run(seedsFrom(graph, laying), {
    limit: best.effort,
    estimate: (node) => supplyIfOpen.get(node) ?? supplyMeters[node]!,
    arcCost: (arc) => measureHose(graph, arc) + heldAt(graph, arcEnd(graph, arc), laying),
    isDone: (node, least) => {
      if (least >= best.effort) return true;
      const effort = search.cost[node]! + supplyMeters[node]! + held(delaysFrom(city, node));
      if (effort < best.effort && hoseTo(node).meters <= reachMeters) best = { node, effort };
      return false;
    },
  });
  const { node } = best;
  if (node < 0) return null;
  const { delays, meters } = hoseTo(node);
  return {
    water: city.waters[supplyWater[node]!]!,
    meters,
    footDelays: [...delays, ...delaysFrom(city, node)],
    passed: delays.map((at) => at.node),
  };
}
