// What the worker knows of the city: the graph, and per vehicle class where it may drive.

import { arcEnd, buildGraph, type RoadGraph } from '../../geo/graph/build-graph.ts';
import { findNearestEdge, type EdgePoint } from '../../geo/graph/locate.ts';
import { walkSeedsAt } from '../../geo/graph/path-line.ts';
import { findMainNetwork, findReachable } from '../../geo/graph/reachable.ts';
import type { RoadBarrier, RoadLine } from '../../geo/graph/road.ts';
import { Search } from '../../geo/graph/search.ts';
import {
  accessFor,
  isWalkable,
  measureHose,
  type Belief,
  type EdgeAccess,
} from '../../geo/graph/vehicle-access.ts';
import type { Position } from '../../geo/position.ts';
import type { WaterPoint } from './find-water.ts';
import type { ResponseSettings, VehicleClass } from './settings.ts';

/** Where a class may drive, and what its stations can reach, under one belief about widths. */
export type Reach = { access: EdgeAccess; reachable: Uint8Array };

export type ClassOnGraph = {
  vehicle: VehicleClass;
  reach: Record<Belief, Reach>;
  /** 1 for the edges from which it can drive to anywhere and back; the rest are islands. */
  network: Uint8Array;
  /** Where each station's vehicles of this class enter the road. */
  stationStarts: Map<number, EdgePoint>;
};

export type CityGraph = {
  version: string;
  graph: RoadGraph;
  search: Search;
  settings: ResponseSettings;
  waters: WaterPoint[];
  /** The register holds some water point, whether usable or not. */
  hasWater: boolean;
  /** Metres of hose from a node to the nearest usable water, and that water's index; within reach only. */
  supplyMeters: Float32Array;
  supplyWater: Int32Array;
  classes: Map<string, ClassOnGraph>;
};

export type StationPlace = { id: number; position: Position };

export type CityRows = {
  version: string;
  roads: RoadLine[];
  barriers: RoadBarrier[];
  waters: Omit<WaterPoint, 'access' | 'reachedBy'>[];
  hasWater: boolean;
  stations: StationPlace[];
  settings: ResponseSettings;
};

export function buildCityGraph(rows: CityRows): CityGraph {
  const graph = buildGraph(rows.roads, rows.barriers);
  const search = new Search(graph);
  const { parameters } = rows.settings;
  const walkable = (edge: number) => isWalkable(graph.roads[graph.edgeRoad[edge]!]!);
  const classes = new Map(
    rows.settings.classes.map((vehicle) => [vehicle.code, placeClass(graph, vehicle, rows)]),
  );
  const waters = rows.waters.flatMap((water) => {
    const access = findNearestEdge(graph, water.position, {
      maxMeters: parameters.number('door_link_max'),
      accepts: walkable,
    });
    if (!access) return [];
    const reachedBy = [...classes.values()]
      .filter(({ network }) => network[access.edge] === 1)
      .map(({ vehicle }) => vehicle.code);
    return [{ ...water, access, reachedBy }];
  });
  return {
    version: rows.version,
    graph,
    search,
    settings: rows.settings,
    waters,
    hasWater: rows.hasWater,
    ...findSupply(graph, search, waters, parameters.number('water_reach')),
    classes,
  };
}

function placeClass(graph: RoadGraph, vehicle: VehicleClass, rows: CityRows): ClassOnGraph {
  const stated = accessFor(graph, vehicle);
  const maxMeters = rows.settings.parameters.number('station_snap_max');
  const stationStarts = new Map<number, EdgePoint>();
  const network = findMainNetwork(graph, { vehicle, access: stated });
  for (const { id, position } of rows.stations) {
    const start = findNearestEdge(graph, position, {
      maxMeters,
      accepts: (edge) => network[edge] === 1,
    });
    if (start) stationStarts.set(id, start);
  }
  const starts = [...stationStarts.values()];
  const reachWith = (access: EdgeAccess): Reach => ({
    access,
    reachable: findReachable(graph, { vehicle, access }, starts),
  });
  return {
    vehicle,
    network,
    stationStarts,
    reach: {
      stated: reachWith(stated),
      certain: reachWith(accessFor(graph, vehicle, 'certain')),
      possible: reachWith(accessFor(graph, vehicle, 'possible')),
    },
  };
}

export function findSupply(
  graph: RoadGraph,
  search: Search,
  waters: WaterPoint[],
  reachMeters: number,
) {
  const supplyMeters = new Float32Array(graph.nodeCount).fill(Infinity);
  const supplyWater = new Int32Array(graph.nodeCount).fill(-1);
  const nearest = new Map<number, { cost: number; water: number }>();
  for (const [index, water] of waters.entries()) {
    if (water.status !== 'usable') continue;
    for (const { node, cost } of walkSeedsAt(graph, water.access)) {
      const meters = cost + water.access.meters;
      if (meters < (nearest.get(node)?.cost ?? Infinity))
        nearest.set(node, { cost: meters, water: index });
    }
  }
  const seeds = [...nearest].map(([node, { cost }]) => ({ node, cost }));
  search.run(seeds, { limit: reachMeters, arcCost: (arc) => measureHose(graph, arc) });
  for (const node of search.settled) {
    const arc = search.arcBy[node]!;
    supplyMeters[node] = search.cost[node]!;
    // Settled in order of cost, so the node before on the path already knows its water.
    supplyWater[node] = arc < 0 ? nearest.get(node)!.water : supplyWater[arcEnd(graph, arc ^ 1)]!;
  }
  return { supplyMeters, supplyWater };
}
