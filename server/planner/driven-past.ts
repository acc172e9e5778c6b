// A gate that an engine has to drive through on its way to a stop costs its drive. Where the hose goes back out through
// it, it stands open.

import { arcEnd, arcStart, type RoadGraph } from '../../geo/graph/build-graph.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { seedsAt } from '../../geo/graph/path-line.ts';
import { barrierSeconds, isOpenNow, type EdgeAccess } from '../../geo/graph/vehicle-access.ts';
import type { CityGraph, ClassOnGraph, Reach } from './city-graph.ts';

/** Behind a gate that leads to more junctions than these there mostly is another way in: it counts as shut. */
const mostNodes = 400;

export type Driven = Pick<ClassOnGraph, 'vehicle' | 'stationStarts' | 'onRoad' | 'isCutOff'> &
  Reach;

/** Whether it may have been driven past at all: most that stand on ways of people have not. */
export function mayDrivePast(
  { graph }: CityGraph,
  { vehicle, reachable, isCutOff = false }: Driven,
  gate: number,
): boolean {
  // Nobody knows what those have behind them already that are cut off.
  return !isCutOff && reachable[gate] === 1 && barrierSeconds(graph, gate, vehicle) < Infinity;
}

/**
 * Every way to the place, also against the traffic, leads through the gate, and neither a station nor a unit on the road
 * is behind that.
 */
export function mustDrivePast(
  city: CityGraph,
  driven: Driven,
  { at, gate }: { at: EdgePoint; gate: number },
): boolean {
  if (!mayDrivePast(city, driven, gate)) return false;
  const { graph, search, stations } = city;
  const { vehicle, stationStarts, onRoad = [], access } = driven;
  const isStopped = (node: number) => barrierSeconds(graph, node, vehicle) === Infinity;
  const seeds = seedsAt(graph, at).filter(({ node }) => !isStopped(node));
  const before = nodesBefore(graph, access, gate);
  let isMet = seeds.some(({ node }) => node === gate);
  search.run(
    seeds.filter(({ node }) => node !== gate),
    {
      backward: true,
      arcCost: (arc) => {
        const from = arcStart(graph, arc);
        if (!isOpenNow(access, arc >> 1) || isStopped(from)) return Infinity;
        if (from !== gate) return 1;
        isMet = true;
        return Infinity;
      },
      isDone: (node) => {
        before.delete(node);
        return before.size === 0 || search.settled.length > mostNodes;
      },
    },
  );
  if (!isMet || before.size === 0 || search.settled.length > mostNodes) return false;
  const isBehind = (start: EdgePoint) =>
    start.edge === at.edge ||
    seedsAt(graph, start).some(({ node }) => search.cost[node]! < Infinity);
  const fromStations = stations.flatMap(({ id }) => stationStarts.get(id) ?? []);
  return ![...fromStations, ...onRoad].some(isBehind);
}

/** From where one drives into the gate: who gets from all of these to the place without it need not pass. */
function nodesBefore(graph: RoadGraph, access: EdgeAccess, gate: number): Set<number> {
  const away = graph.arcs.subarray(graph.firstArc[gate], graph.firstArc[gate + 1]);
  const inward = [...away].filter((arc) => isOpenNow(access, arc >> 1));
  return new Set(inward.map((arc) => arcEnd(graph, arc)));
}
