// From every node of the city the usable water to which hose is laid soonest: known beforehand, for the clocks of all stops.

import { arcEnd, arcStart, type RoadGraph } from '../../geo/graph/build-graph.ts';
import { delayMeters, type Pace } from '../../geo/graph/foot-delays.ts';
import { walkSeedsAt } from '../../geo/graph/path-line.ts';
import type { Search } from '../../geo/graph/search.ts';
import { measureHose } from '../../geo/graph/vehicle-access.ts';
import { mayFeed, type WaterPoint } from './find-water.ts';
import { layingPace } from './paces.ts';
import type { Parameters } from './settings.ts';

export function findSupply(
  graph: RoadGraph,
  search: Search,
  waters: WaterPoint[],
  parameters: Parameters,
) {
  const pace = layingPace(parameters);
  const supplyMeters = new Float32Array(graph.nodeCount).fill(Infinity);
  const supplyWater = new Int32Array(graph.nodeCount).fill(-1);
  const supplyDelay = new Int32Array(graph.nodeCount).fill(-1);
  const nearest = new Map<number, { cost: number; water: number }>();
  for (const [index, water] of waters.entries()) {
    if (!mayFeed(water)) continue;
    for (const { node, cost } of walkSeedsAt(graph, water.access)) {
      const meters = cost + water.access.meters;
      if (meters < (nearest.get(node)?.cost ?? Infinity))
        nearest.set(node, { cost: meters, water: index });
    }
  }
  const seeds = [...nearest].map(([node, { cost }]) => ({ node, cost }));
  const reachMeters = parameters.number('water_reach');
  search.run(seeds, {
    limit: reachMeters + parameters.number('water_reach_held_up'),
    // Whoever lays hose out of a node to the water is past that node, and comes to the one before it.
    arcCost: (arc) => measureHose(graph, arc) + delayMeters(graph, arcStart(graph, arc), pace),
  });
  for (const node of search.settled) {
    const arc = search.arcBy[node]!;
    if (arc < 0) {
      supplyMeters[node] = search.cost[node]!;
      supplyWater[node] = nearest.get(node)!.water;
      continue;
    }
    // Settled in order of cost, so the node before on the path already knows its water.
    const before = arcStart(graph, arc);
    supplyWater[node] = supplyWater[before]!;
    const isHeldUp = delayMeters(graph, before, pace) > 0;
    supplyDelay[node] = isHeldUp ? before : supplyDelay[before]!;
    supplyMeters[node] = search.cost[node]! - delaysFrom(graph, supplyDelay, node, pace);
  }
  for (const node of search.settled) {
    if (supplyMeters[node]! <= reachMeters) continue;
    supplyMeters[node] = Infinity;
    supplyWater[node] = -1;
  }
  const supplyIfOpen = findIfOpen(graph, search, { pace, reachMeters });
  return { supplyMeters, supplyWater, supplyDelay, supplyIfOpen };
}

/**
 * Metres of hose from a node to the nearest water if every gate stood open, of nodes where that is less than what laying
 * to it takes past the shut ones. `search` holds the latter; only what lies behind some gate is looked at again.
 */
function findIfOpen(
  graph: RoadGraph,
  search: Search,
  { pace, reachMeters }: { pace: Pace; reachMeters: number },
): Map<number, number> {
  const gates = [...graph.nodeBarriers.keys()].filter((node) => delayMeters(graph, node, pace) > 0);
  if (gates.length === 0) return new Map();
  const ifShut = search.cost.slice();
  search.run(
    gates.map((node) => ({ node, cost: ifShut[node]! })),
    {
      limit: reachMeters,
      arcCost: (arc) => {
        const meters = measureHose(graph, arc);
        const ifOpen = search.cost[arcStart(graph, arc)]! + meters;
        return ifOpen < ifShut[arcEnd(graph, arc)]! ? meters : Infinity;
      },
    },
  );
  const sooner = search.settled.filter((node) => search.cost[node]! < ifShut[node]!);
  return new Map(sooner.map((node) => [node, search.cost[node]!]));
}

/** What holds up the line from a node to its water, as metres. */
function delaysFrom(graph: RoadGraph, supplyDelay: Int32Array, node: number, pace: Pace): number {
  let meters = 0;
  for (let at = supplyDelay[node]!; at >= 0; at = supplyDelay[at]!)
    meters += delayMeters(graph, at, pace);
  return meters;
}
