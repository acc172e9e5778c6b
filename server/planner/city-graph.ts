// What the worker knows of the city: the graph, and per vehicle class where it may drive.

import { buildGraph, type RoadGraph } from '../../geo/graph/build-graph.ts';
import { isWithin } from '../../geo/graph/day-hours.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { findMainNetwork, findReachable } from '../../geo/graph/reachable.ts';
import type { RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import type { HeldArcs } from '../../geo/graph/road-conditions.ts';
import type { Road, RoadBarrier, RoadLine } from '../../geo/graph/road.ts';
import { Search } from '../../geo/graph/search.ts';
import {
  accessFor,
  closeEdges,
  isPassable,
  markHeld,
  type Belief,
  type EdgeAccess,
} from '../../geo/graph/vehicle-access.ts';
import { indexNearby, type Nearby } from '../../geo/nearby.ts';
import type { Position } from '../../geo/position.ts';
import { findSupply } from './find-supply.ts';
import type { WaterPoint } from './find-water.ts';
import { meetRoad } from './meet-road.ts';
import type { Unsettled } from './unsettled-roads.ts';
import { placeStarts } from './place-starts.ts';
import type { StationTrees } from './station-trees.ts';
import type { RouterFacts } from './router-facts.ts';
import { standObstacles, type Standing } from './stand-obstacles.ts';
import type { Parameters, ResponseSettings, VehicleClass } from './settings.ts';

/** Where a class may drive, and what its stations can reach, under one belief about widths. */
export type Reach = { access: EdgeAccess; reachable: Uint8Array };

/** What holds under each belief; found once where two of them come to the same. */
export function underEachBelief<T>(
  each: Record<Belief, T>,
  reachOf: (one: T) => Reach,
): Record<Belief, Reach> {
  const found = new Map<T, Reach>();
  const find = (one: T): Reach => {
    const reach = found.get(one) ?? reachOf(one);
    found.set(one, reach);
    return reach;
  };
  const { stated, certain, possible } = each;
  return { stated: find(stated), certain: find(certain), possible: find(possible) };
}

export type ClassOnGraph = {
  vehicle: VehicleClass;
  reach: Record<Belief, Reach>;
  /** 1 for the open edges from which it can drive to anywhere and back at other hours at least; the rest are islands. */
  network: Uint8Array;
  /** Where each station's vehicles of this class enter the road. */
  stationStarts: Map<number, EdgePoint>;
  /** Where units on the road are, for one answer; nothing where no stop depends on that. */
  onRoad?: EdgePoint[];
  /** It is planned for as if it came only from where units on the road are. */
  isCutOff?: boolean;
  /** Found when first asked for (unsettled-roads.ts). */
  unsettled?: Unsettled;
  /** Stated access with one-way streets open both ways (find-contraflow.ts); found when first asked for. */
  bothWays?: EdgeAccess;
  /** Grown between answers (station-trees.ts). */
  stationTrees?: StationTrees;
};

/** Without what was found of where it may drive, for another state of the roads. */
export function withoutFound(onGraph: ClassOnGraph): ClassOnGraph {
  const { bothWays: _bothWays, stationTrees: _trees, ...kept } = withoutUnsettled(onGraph);
  return kept;
}

/** For a state of the roads that is no other one for this class: what its routers know may be another class's. */
export function withoutUnsettled(onGraph: ClassOnGraph): ClassOnGraph {
  const { unsettled: _unsettled, ...kept } = onGraph;
  return kept;
}

export type CityGraph = {
  version: string;
  graph: RoadGraph;
  search: Search;
  /** Holds the ways on foot from the door that is being planned, while `search` looks for others. */
  walk: Search;
  settings: ResponseSettings;
  waters: WaterPoint[];
  waterById: ReadonlyMap<string, WaterPoint>;
  watersNear: Nearby<WaterPoint>;
  /** The register holds some water point, whether usable or not. */
  hasWater: boolean;
  /** Metres of hose from a node to the usable water, not dry, to which hose is laid soonest, and its index; within reach only. */
  supplyMeters: Float32Array;
  supplyWater: Int32Array;
  /** The next node on that way which holds people up; -1: none. */
  supplyDelay: Int32Array;
  /** Metres to the nearest one if every gate stood open; only of nodes where that is less than with what they cost. */
  supplyIfOpen: ReadonlyMap<number, number>;
  /** Outside of all hours in which some road is closed. */
  classes: Map<string, ClassOnGraph>;
  /** The same in the hours in which some are: by which of them (`closedAt`), then by class. */
  byClosedRoads: Map<string, Map<string, ClassOnGraph>>;
  /** The same city before traffic was laid over it, which keeps what traffic changes nothing of. */
  calm?: CityGraph;
  /** Roads that are closed in some hours of the day. */
  timedRoads: Road[];
  /** Rows of `roads` that people corrected since the routing data were built. */
  changedRoads: ReadonlySet<number>;
  /** What the routing data in use were made of; null: nobody wrote it down. */
  routerFacts: RouterFacts | null;
  stations: StationPlace[];
  /** What it was built from. */
  rows: CityRows;
  standing: Standing;
};

export type StationPlace = { id: number; position: Position };

export type CityRows = {
  version: string;
  /** The day on which the code lists were valid as they are here, 2026-03-31. */
  validOn: string;
  roads: RoadLine[];
  barriers: RoadBarrier[];
  obstacles: RoadObstacle[];
  changedRoads: ReadonlySet<number>;
  routerFacts: RouterFacts | null;
  waters: Omit<WaterPoint, 'access' | 'reachedBy'>[];
  hasWater: boolean;
  stations: StationPlace[];
  settings: ResponseSettings;
};

export function buildCityGraph(rows: CityRows): CityGraph {
  const standing = standObstacles(rows);
  const graph = buildGraph(standing.lines, standing.barriers);
  const searches = { search: new Search(graph), walk: new Search(graph) };
  const classes = new Map(
    rows.settings.classes.map((vehicle) => [vehicle.code, placeClass(graph, vehicle, rows, null)]),
  );
  return assembleCity(
    { rows, standing, graph, ...searches, classes },
    placeWaters({ graph, ...searches }, rows, classes),
  );
}

type Parts = Pick<CityGraph, 'rows' | 'standing' | 'graph' | 'search' | 'walk' | 'classes'>;
type Water = {
  waters: WaterPoint[];
  supply: Pick<CityGraph, 'supplyMeters' | 'supplyWater' | 'supplyDelay' | 'supplyIfOpen'>;
};

export function assembleCity(parts: Parts, { waters, supply }: Water): CityGraph {
  const { rows, graph } = parts;
  return {
    ...parts,
    version: rows.version,
    settings: rows.settings,
    waters,
    waterById: new Map(waters.map((water) => [water.id, water])),
    watersNear: indexNearby(waters),
    hasWater: rows.hasWater,
    ...supply,
    byClosedRoads: new Map(),
    timedRoads: graph.roads.filter(({ fills }) => fills?.some(({ hours }) => hours !== null)),
    changedRoads: rows.changedRoads,
    routerFacts: rows.routerFacts,
    stations: rows.stations,
  };
}

export function placeWaters(
  { graph, search }: Pick<CityGraph, 'graph' | 'search'>,
  rows: CityRows,
  classes: CityGraph['classes'],
): Water {
  const { parameters } = rows.settings;
  const waters = rows.waters.flatMap((water) => {
    const maxMeters = parameters.number('door_link_max');
    const access = meetRoad({ graph, settings: rows.settings }, water.position, maxMeters);
    if (!access) return [];
    const met = { ...water, access };
    return [{ ...met, reachedBy: listReachedBy(graph, met, { classes, parameters }) }];
  });
  return { waters, supply: findSupply(graph, search, waters, parameters) };
}

/**
 * Classes that drive up to it and draw from it. One without a lift of its own draws as high as any pump does
 * (`draft_lift_max`); from a hydrant water comes by hose, from all else through the engine's own stiff one.
 */
export function listReachedBy(
  { roads, edgeRoad }: RoadGraph,
  { kind, liftMeters, access }: Pick<WaterPoint, 'kind' | 'liftMeters' | 'access'>,
  { classes, parameters }: Pick<CityGraph, 'classes'> & { parameters: Parameters },
): string[] {
  // The engine stands at the edge of the road.
  const suctionMeters = access.meters - roads[edgeRoad[access.edge]!]!.widthMeters / 2;
  if (kind !== 'hydrant' && suctionMeters > parameters.number('suction_reach')) return [];
  return [...classes.values()]
    .filter(({ network }) => network[access.edge] === 1)
    .map(({ vehicle }) => vehicle)
    .filter(
      ({ draftLiftMeters: most }) => most === null || liftMeters === null || liftMeters <= most,
    )
    .map(({ code }) => code);
}

/** Roads that something fills at that minute of the day, as a text to compare; '' for none. */
function closedAt({ timedRoads }: CityGraph, minute: number | null): string {
  if (minute === null) return '';
  const closed = timedRoads.filter(({ fills }) =>
    fills?.some(({ hours }) => hours !== null && isWithin(hours, minute)),
  );
  return closed.map(({ id }) => id).join(' ');
}

/** A market opens and closes: so many states of the day are kept. */
const mostStates = 4;

/** Where the class may drive at that minute of the day; undefined for a class that is not known. */
export function classAt(
  city: CityGraph,
  code: string,
  minute: number | null,
): ClassOnGraph | undefined {
  const closed = closedAt(city, minute);
  if (closed === '') return city.classes.get(code);
  const kept = city.byClosedRoads.get(closed) ?? new Map<string, ClassOnGraph>();
  city.byClosedRoads.set(closed, kept);
  const [oldest] = city.byClosedRoads.keys();
  if (city.byClosedRoads.size > mostStates) city.byClosedRoads.delete(oldest!);
  const known = kept.get(code);
  const always = city.classes.get(code);
  if (known || !always) return known;
  const calm = city.calm && classAt(city.calm, code, minute);
  const onGraph = calm
    ? slowClass(calm, city.graph.conditions.held)
    : placeInHours(city, always, minute);
  kept.set(code, onGraph);
  return onGraph;
}

function placeInHours(city: CityGraph, always: ClassOnGraph, minute: number | null): ClassOnGraph {
  const placed = placeClass(city.graph, always.vehicle, city, minute);
  const { access } = placed.reach.stated;
  // A street behind a market is no island: who is there now starts from there.
  const network = always.network.map((isIn, edge) => (isPassable(access, edge) ? isIn : 0));
  return { ...placed, network };
}

/** What can be reached stays as it is: traffic closes nothing. */
export function slowClass(onGraph: ClassOnGraph, held: HeldArcs): ClassOnGraph {
  const { vehicle, reach } = onGraph;
  if (!vehicle.heldByTraffic) return withoutUnsettled(onGraph);
  const slow = ({ access, reachable }: Reach): Reach => ({
    access: markHeld(access, vehicle, held),
    reachable,
  });
  return { ...withoutFound(onGraph), reach: underEachBelief(reach, slow) };
}

function placeClass(
  graph: RoadGraph,
  vehicle: VehicleClass,
  { settings, stations }: Pick<CityGraph, 'settings' | 'stations'>,
  minute: number | null,
): ClassOnGraph {
  const open = accessFor(graph, vehicle, minute);
  const network = findMainNetwork(graph, { vehicle, access: open.stated });
  const stationStarts = new Map<number, EdgePoint>();
  placeStarts({ graph, settings }, { network, stationStarts }, stations);
  const starts = [...stationStarts.values()];
  const closed = graph.conditions.byClass.get(vehicle.code);
  const reach = underEachBelief(open, (each) => {
    const access = closed ? closeEdges(each, closed) : each;
    return { access, reachable: findReachable(graph, { vehicle, access }, starts) };
  });
  return { vehicle, network, stationStarts, reach };
}
