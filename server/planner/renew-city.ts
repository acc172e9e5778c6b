// The city after some of its rows changed. What a change does not touch is kept as it is, so that a new
// width costs milliseconds in a city of any size. Pure: the city before stays whole.

import { gatherRoads, toRoad, type RoadGraph } from '../../geo/graph/build-graph.ts';
import { findMainNetwork, findReachable } from '../../geo/graph/reachable.ts';
import type { RoadBarrier, RoadLine } from '../../geo/graph/road.ts';
import {
  accessOf,
  findHindrance,
  shareEqual,
  type Belief,
  type EdgeAccess,
} from '../../geo/graph/vehicle-access.ts';
import {
  assembleCity,
  listReachedBy,
  placeWaters,
  underEachBelief,
  type CityGraph,
  type CityRows,
  type ClassOnGraph,
  type Reach,
} from './city-graph.ts';
import { isMetAlike } from './meet-road.ts';
import { placeStarts } from './place-starts.ts';
import { standObstacles, type Standing } from './stand-obstacles.ts';

/** `last` without closures. null where its junctions are others now: then all has to be built anew. */
export function renewCity(last: CityGraph, rows: CityRows): CityGraph | null {
  const standing = standObstacles(rows, last.standing);
  if (!hasSameShape(last.standing, standing)) return null;
  const changed = [...standing.lines.keys()].filter(
    (road) => standing.lines[road] !== last.standing.lines[road],
  );
  const graph = renewGraph(last.graph, standing, changed);
  const change = { graph, rows, changed };
  const classes = new Map(
    [...last.classes].map(([code, onGraph]) => [code, renewClass(last, onGraph, change)]),
  );
  const isSameWater =
    rows.waters === last.rows.waters &&
    [...classes].every(([code, { network }]) => network === last.classes.get(code)!.network) &&
    changed.every((road) => isMetAlike(graph.roads[road]!, last.graph.roads[road]!)) &&
    isSameAtBarriers(
      last.graph,
      graph,
      ({ foot, hoseDelaySeconds = 0 }) => foot && hoseDelaySeconds,
    );
  const { search, walk, supplyMeters, supplyWater, supplyDelay, supplyIfOpen } = last;
  return assembleCity(
    { rows, standing, graph, search, walk, classes },
    isSameWater
      ? {
          waters: renewReach(last, classes, change),
          supply: { supplyMeters, supplyWater, supplyDelay, supplyIfOpen },
        }
      : placeWaters({ graph, search }, rows, classes),
  );
}

/** Who draws from water beside a road depends on how wide that is. */
function renewReach(
  { waters }: CityGraph,
  classes: CityGraph['classes'],
  { graph, rows, changed }: Change,
): CityGraph['waters'] {
  const { parameters } = rows.settings;
  const roads = new Set(changed);
  return waters.map((water) =>
    roads.has(graph.edgeRoad[water.access.edge]!)
      ? { ...water, reachedBy: listReachedBy(graph, water, { classes, parameters }) }
      : water,
  );
}

/** The same junctions at the same places; roads and barriers may be otherwise different. */
function hasSameShape(last: Standing, next: Standing): boolean {
  const nodes = new Set(last.barriers.map(({ nodeId }) => nodeId));
  return (
    last.lines.length === next.lines.length &&
    last.barriers.length === next.barriers.length &&
    next.barriers.every(({ nodeId }) => nodes.has(nodeId)) &&
    next.lines.every((line, road) => isSameWay(last.lines[road]!, line))
  );
}

function isSameWay(one: RoadLine, other: RoadLine): boolean {
  return (
    one === other ||
    (one.id === other.id &&
      isSameList(one.nodeIds, other.nodeIds) &&
      isSameList(one.coordinates, other.coordinates))
  );
}

function isSameList(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

function renewGraph(last: RoadGraph, { lines, barriers }: Standing, changed: number[]): RoadGraph {
  const roads = last.roads.slice();
  for (const road of changed) roads[road] = toRoad(lines[road]!);
  const byId = new Map(barriers.map((barrier) => [barrier.nodeId, barrier]));
  const nodeBarriers = new Map(
    [...last.nodeBarriers].map(([node, { nodeId }]) => [node, byId.get(nodeId)!]),
  );
  return { ...last, ...gatherRoads(roads), nodeBarriers };
}

function isSameAtBarriers(
  last: RoadGraph,
  next: RoadGraph,
  what: (barrier: RoadBarrier) => unknown,
): boolean {
  return [...next.nodeBarriers].every(
    ([node, barrier]) => what(barrier) === what(last.nodeBarriers.get(node)!),
  );
}

type Change = { graph: RoadGraph; rows: CityRows; changed: number[] };

function renewClass(last: CityGraph, onGraph: ClassOnGraph, change: Change): ClassOnGraph {
  const { vehicle } = onGraph;
  const { graph, rows, changed } = change;
  const isSameAtStops = isSameAtBarriers(
    last.graph,
    graph,
    (barrier) => findHindrance(barrier, vehicle) === null,
  );
  const accessNow = (belief: Belief) => renewAccess(onGraph, belief, change);
  const stated = accessNow('stated');
  const isSameNetwork = isSameAtStops && stated === onGraph.reach.stated.access;
  const network = isSameNetwork
    ? onGraph.network
    : findMainNetwork(graph, { vehicle, access: stated });
  const isSameStarts = isSameNetwork && rows.stations === last.rows.stations;
  const stationStarts: ClassOnGraph['stationStarts'] = new Map(
    isSameStarts ? onGraph.stationStarts : [],
  );
  if (!isSameStarts)
    placeStarts({ graph, settings: rows.settings }, { network, stationStarts }, rows.stations);
  const starts = rows.stations.flatMap(({ id }) => stationStarts.get(id) ?? []);
  const before = new Map(Object.values(onGraph.reach).map((reach) => [reach.access, reach]));
  const access = shareEqual({
    stated,
    certain: accessNow('certain'),
    possible: accessNow('possible'),
  });
  const reach = underEachBelief(access, (each): Reach => {
    const known = isSameAtStops && isSameStarts ? before.get(each) : undefined;
    return (
      known ?? { access: each, reachable: findReachable(graph, { vehicle, access: each }, starts) }
    );
  });
  const { stationTrees } = onGraph;
  const keepsTrees =
    isSameStarts &&
    stated === onGraph.reach.stated.access &&
    changed.every((road) => graph.roadKmh[road] === last.graph.roadKmh[road]) &&
    isSameAtBarriers(last.graph, graph, ({ delaySeconds }) => delaySeconds);
  return {
    vehicle,
    network,
    stationStarts,
    reach,
    ...(keepsTrees && stationTrees && { stationTrees }),
  };
}

/** The same array where nothing is otherwise. */
function renewAccess(
  { vehicle, reach }: ClassOnGraph,
  belief: Belief,
  { graph, changed }: Change,
): EdgeAccess {
  const { access } = reach[belief];
  let renewed: EdgeAccess | null = null;
  for (const road of changed) {
    const bits = accessOf(graph.roads[road]!, vehicle, belief, null);
    for (const edge of graph.edgesOfRoad.get(graph.roads[road]!.id) ?? []) {
      if (access[edge] === bits) continue;
      renewed ??= access.slice();
      renewed[edge] = bits;
    }
  }
  return renewed ?? access;
}
