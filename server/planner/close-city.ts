// Closures laid over the city's graph: which edges they close, for whom, and what can be reached then.
// The city itself stays as it was loaded, so that closures are taken off again as easily.

import { closeSegments, type ClosureShape } from '../../geo/closures/closed-segments.ts';
import type { RoadGraph } from '../../geo/graph/build-graph.ts';
import { findReachable } from '../../geo/graph/reachable.ts';
import { metersBetween, localScale } from '../../geo/distance.ts';
import type { ClosureMark, Stretch } from '../../geo/graph/road-conditions.ts';
import { closeEdges, isEdgeWalkable, isForVehicle } from '../../geo/graph/vehicle-access.ts';
import type { Position } from '../../geo/position.ts';
import {
  underEachBelief,
  withoutFound,
  withoutUnsettled,
  type CityGraph,
  type ClassOnGraph,
} from './city-graph.ts';
import { findSupply } from './find-supply.ts';

export type CityClosure = ClosureMark & {
  shape: ClosureShape;
  effect: 'avoid' | 'impassable';
  /** null: all of them. */
  vehicleClasses: string[] | null;
  onFoot: boolean;
};

/** What a closure closes, as routers name it: two OpenStreetMap nodes after each other; with its speed when open. */
export type ClosedPair = { from: number; to: number; meters: number; kmh: number };

/** Per closure, in the order given. */
export type ClosedRoads = { id: number; pairs: ClosedPair[] }[];

export type EdgeStretch = { edge: number; from: number; to: number };
type Closed = { closure: CityClosure; stretches: EdgeStretch[]; pairs: ClosedPair[] };

/** The widest way, in metres, from a drawn point to a road that it closes; see `closeSegments`. */
const lookAroundMeters = 50;

export function closeCity(
  city: CityGraph,
  closures: CityClosure[],
): { city: CityGraph; closed: ClosedRoads } {
  const closed = closures.map((closure) => findClosed(city, closure));
  const closedRoads = closed.map(({ closure, pairs }) => ({ id: closure.id, pairs }));
  if (closures.length === 0) return { city, closed: closedRoads };
  const onFoot = gather(
    closed.filter(({ closure }) => closure.onFoot && closure.effect === 'impassable'),
  );
  const byClass = new Map(
    [...city.classes.keys()].map((code) => {
      const ofClass = closed.filter(({ closure: { vehicleClasses } }) =>
        vehicleClasses ? vehicleClasses.includes(code) : true,
      );
      const of = (effect: CityClosure['effect']) =>
        gather(ofClass.filter(({ closure }) => closure.effect === effect));
      return [code, { impassable: of('impassable'), avoided: of('avoid') }] as const;
    }),
  );
  const avoidedKmh = city.settings.parameters.number('avoided_speed');
  const graph = {
    ...city.graph,
    conditions: { ...city.graph.conditions, onFoot, byClass, avoidedKmh },
  };
  const classes = new Map(
    [...city.classes].map(([code, onGraph]) => [code, closeClass(graph, onGraph, city.stations)]),
  );
  const { parameters } = city.settings;
  const supply =
    onFoot.size > 0 ? findSupply(graph, city.search, city.waters, parameters) : undefined;
  return {
    city: { ...city, graph, classes, byClosedRoads: new Map(), ...supply },
    closed: closedRoads,
  };
}

function closeClass(
  graph: RoadGraph,
  onGraph: ClassOnGraph,
  stations: CityGraph['stations'],
): ClassOnGraph {
  const { vehicle, reach } = onGraph;
  const closedNow = graph.conditions.byClass.get(vehicle.code)!;
  if (closedNow.impassable.size + closedNow.avoided.size === 0) return withoutUnsettled(onGraph);
  // Not from where units were on the road once.
  const starts = stations.flatMap(({ id }) => onGraph.stationStarts.get(id) ?? []);
  return {
    ...withoutFound(onGraph),
    reach: underEachBelief(reach, (open) => {
      const access = closeEdges(open.access, closedNow);
      return { access, reachable: findReachable(graph, { vehicle, access }, starts) };
    }),
  };
}

/** One stretch per edge: two closures of one edge close what lies between them too. */
function gather(closed: Closed[]): Map<number, Stretch> {
  const marks = new Map<number, ClosureMark[]>();
  for (const { closure, stretches } of closed)
    for (const { edge } of stretches) {
      const { id, reason, by } = closure;
      const others = marks.get(edge)?.filter((other) => other.id !== id) ?? [];
      marks.set(edge, [...others, { id, reason, by }]);
    }
  const hulls = hullOf(closed.flatMap(({ stretches }) => stretches));
  return new Map([...hulls].map(([edge, hull]) => [edge, { ...hull, closures: marks.get(edge)! }]));
}

/** From the first to the last closed metre of each edge: what lies between two closed parts of one is closed too. */
export function hullOf(stretches: EdgeStretch[]): Map<number, { from: number; to: number }> {
  const byEdge = new Map<number, { from: number; to: number }>();
  for (const { edge, from, to } of stretches) {
    const before = byEdge.get(edge);
    byEdge.set(edge, {
      from: Math.min(from, before?.from ?? Infinity),
      to: Math.max(to, before?.to ?? -Infinity),
    });
  }
  return byEdge;
}

/** What these close, without what follows from it for anybody. */
export function findClosedRoads(city: CityGraph, closures: CityClosure[]): ClosedRoads {
  return closures.map((closure) => ({ id: closure.id, pairs: findClosed(city, closure).pairs }));
}

/** Of all ways that some vehicle it is for may use, and of those of people where nobody passes on foot either. */
export function findClosed({ graph, classes }: CityGraph, closure: CityClosure): Closed {
  const { shape, vehicleClasses, effect } = closure;
  const isForPeople = closure.onFoot && effect === 'impassable';
  const vehicles = [...classes.values()]
    .map(({ vehicle }) => vehicle)
    .filter(({ code }) => vehicleClasses?.includes(code) ?? true);
  const edges = edgesNear(graph, shape).filter((edge) => {
    const road = graph.roads[graph.edgeRoad[edge]!]!;
    const isForVehicles = vehicles.some((vehicle) => isForVehicle(road, vehicle));
    return isForVehicles || (isForPeople && isEdgeWalkable(graph, edge));
  });
  return closeOf(graph, closure, edges);
}

/** All that the shape may close. */
export function edgesNear({ edgeBoxes }: RoadGraph, shape: ClosureShape): number[] {
  if (!edgeBoxes) return [];
  const positions: Position[] =
    shape.type === 'Point'
      ? [shape.coordinates]
      : shape.type === 'LineString'
        ? shape.coordinates
        : shape.coordinates.flat();
  const lons = positions.map(([lon]) => lon);
  const lats = positions.map(([, lat]) => lat);
  const scale = localScale(lats[0]!);
  const [x, y] = [lookAroundMeters / scale.x, lookAroundMeters / scale.y];
  return edgeBoxes
    .search(
      Math.min(...lons) - x,
      Math.min(...lats) - y,
      Math.max(...lons) + x,
      Math.max(...lats) + y,
    )
    .toSorted((a, b) => a - b);
}

function closeOf(graph: RoadGraph, closure: CityClosure, edges: number[]): Closed {
  const ways = edges.map((edge) => {
    const { motor, widthMeters } = graph.roads[graph.edgeRoad[edge]!]!;
    return {
      line: graph.positions.subarray(2 * graph.edgeStart[edge]!, 2 * graph.edgeEnd[edge]! + 2),
      streetMeters: motor ? widthMeters : null,
    };
  });
  const stretches: EdgeStretch[] = [];
  const pairs = new Map<string, ClosedPair>();
  for (const { road, segments } of closeSegments(closure.shape, ways, {
    withPavements: closure.onFoot,
  })) {
    const edge = edges[road]!;
    const along = metersToVertices(ways[road]!.line);
    const { speedKmh: kmh } = graph.roads[graph.edgeRoad[edge]!]!;
    for (const { index, from, to } of segments) {
      const meters = along[index + 1]! - along[index]!;
      stretches.push({
        edge,
        from: along[index]! + from * meters,
        to: along[index]! + to * meters,
      });
      const pair = pairAround(graph, graph.edgeStart[edge]! + index);
      pairs.set(`${pair.from} ${pair.to}`, { ...pair, kmh });
    }
  }
  return { closure, stretches, pairs: [...pairs.values()] };
}

/**
 * The two nodes of OpenStreetMap between which that position and the next one lie: what people put on a road has a node
 * of its own there, of a negative id, of which no router knows. The ends of a road are never such.
 */
function pairAround({ nodeIds, positions }: RoadGraph, position: number): Omit<ClosedPair, 'kmh'> {
  let [first, last] = [position, position + 1];
  while (nodeIds[first]! < 0) first--;
  while (nodeIds[last]! < 0) last++;
  const meters = metersToVertices(positions.subarray(2 * first, 2 * last + 2)).at(-1)!;
  return { from: nodeIds[first]!, to: nodeIds[last]!, meters };
}

function metersToVertices(line: Float64Array): number[] {
  const along = [0];
  for (let i = 2; i < line.length; i += 2)
    along.push(
      along[along.length - 1]! +
        metersBetween([line[i - 2]!, line[i - 1]!], [line[i]!, line[i + 1]!]),
    );
  return along;
}
