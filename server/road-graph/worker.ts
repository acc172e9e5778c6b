// The graph in its own thread, so that a long search never holds up the server.
// One message in, one message out, in order; errors travel as text.

import { isDeepStrictEqual } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { nodePosition, type RoadGraph } from '../../geo/graph/build-graph.ts';
import { driveSeconds, findDrive } from '../../geo/graph/drive.ts';
import { findExitAlong } from '../../geo/graph/exits-along.ts';
import { createPairFinder, type PairFinder } from '../../geo/graph/node-pairs.ts';
import { meetsStretch, type ClosureMark } from '../../geo/graph/road-conditions.ts';
import type { Passage } from '../../geo/graph/passage.ts';
import type { RoadStretch } from '../../geo/graph/road-stretches.ts';
import { sumHeld } from '../../geo/graph/traffic.ts';
import { openPool } from '../../sql/pool.ts';
import type { TableChange } from '../data-changes/changes.ts';
import { fillAdded } from '../drive-table/fill-cells.ts';
import { keepsToOpenRoads } from '../planner/check-route.ts';
import { nameTightTurns } from '../planner/name-tight-turns.ts';
import { findStarts } from '../planner/place-starts.ts';
import { stretchesAlong } from '../planner/stretches-along.ts';
import { settleDrives } from '../planner/unsettled-roads.ts';
import type { TimedHoseStart } from '../planner/find-water.ts';
import { toRoadRef } from '../planner/road-ref.ts';
import { classAt, type CityGraph, type ClassOnGraph } from '../planner/city-graph.ts';
import {
  closeCity,
  findClosedRoads,
  type CityClosure,
  type ClosedRoads,
} from '../planner/close-city.ts';
import { drawClosed } from '../planner/closed-stretches.ts';
import { describeLoad, type GraphStatus } from './graph-status.ts';
import { createGrowing } from './growing-trees.ts';
import { loadCityGraph, renewCityGraph } from './load-city.ts';
import { moment } from './moment.ts';
import { readUnitStations } from './unit-stations.ts';
import { findShuttle, type ShuttleRequest } from '../planner/find-shuttle.ts';
import { findSupport, type SupportRequest } from '../planner/find-support.ts';
import { measureLeg, type LegRequest } from '../planner/measure-leg.ts';
import { packRoads, unpackSpeeds, type PackedSpeeds } from '../planner/pack-speeds.ts';
import { findPairs, slowCity, type PairRoad, type SeenSpeed } from '../planner/slow-city.ts';
import { walkToMany, type WalksRequest } from '../planner/walk-to-many.ts';
import { listWater } from '../planner/list-water.ts';
import { describeDoor, planDoor, planStopsAt } from '../planner/plan-door.ts';
import type { DoorRequest, StopsRequest } from '../planner/door-plan.ts';
import type {
  GraphDrive,
  GraphCalls,
  GraphRequest,
  GraphReply,
  NamedStretch,
} from './graph-calls.ts';

const { databaseUrl } = workerData as { databaseUrl: string };
const pool = openPool(databaseUrl, { max: 2, statementSeconds: 120 });
/** As it was loaded, as it is with the closures, and with the traffic as well. */
let open: CityGraph | undefined;
let shut: CityGraph | undefined;
let city: CityGraph | undefined;
let closures: CityClosure[] = [];
let traffic: SeenSpeed[] = [];
/** Made when it is first needed: most cities have no traffic. */
let pairFinder: PairFinder | undefined;

/** What was laid over which city last: laid again it would be the same, and everything kept of it would be gone. */
let laid: { open: CityGraph; closures: CityClosure[]; closed: ClosedRoads } | undefined;

function close(next: CityClosure[]): ClosedRoads {
  closures = next;
  if (!open) return [];
  if (laid?.open === open && isDeepStrictEqual(laid.closures, next)) return laid.closed;
  const { city: closedCity, closed } = closeCity(open, closures);
  laid = { open, closures, closed };
  shut = closedCity;
  city = withTraffic(shut);
  growing.growAgain();
  return closed;
}

function slow(next: SeenSpeed[]): (PairRoad | null)[] {
  traffic = next;
  if (!shut) return [];
  const last = city;
  city = withTraffic(shut);
  if (city !== last) {
    const held = [...city.classes.values()].filter(({ vehicle }) => vehicle.heldByTraffic);
    growing.rest(held.map(({ vehicle }) => vehicle.code));
    growing.growAgain();
  }
  return traffic.length === 0 ? [] : findPairs(shut, traffic, finder());
}

function withTraffic(closedCity: CityGraph): CityGraph {
  return traffic.length === 0 ? closedCity : slowCity(closedCity, traffic, finder());
}

function finder(): PairFinder {
  pairFinder ??= createPairFinder(opened().graph);
  return pairFinder;
}

function loaded(): CityGraph {
  if (!city) throw new Error('the road graph is not loaded yet');
  return city;
}

function opened(): CityGraph {
  if (!open) throw new Error('the road graph is not loaded yet');
  return open;
}

let lastLoad: Promise<unknown> = Promise.resolve();

/** In turn: of two loads under way at once, the older could end last and stay. */
function inTurn<T>(load: () => Promise<T>): Promise<T> {
  const next = Promise.allSettled([lastLoad]).then(load);
  lastLoad = next;
  return next;
}

async function loadCity(): Promise<GraphStatus> {
  const started = performance.now();
  const loadedCity = await loadCityGraph(pool);
  take(loadedCity);
  warmUp(loadedCity);
  return describeLoad(loadedCity, started);
}

async function renewCity(changes: TableChange[]): Promise<GraphStatus | null> {
  const started = performance.now();
  const renewed = await renewCityGraph(pool, opened(), changes);
  if (!renewed) return null;
  take(renewed);
  return describeLoad(renewed, started);
}

function take(next: CityGraph): void {
  open = next;
  pairFinder = undefined;
  close(closures);
}

/** The first door of a new thread takes many times as long as the second, and nobody should wait for that. */
function warmUp(loadedCity: CityGraph): void {
  const { graph, classes } = loadedCity;
  if (graph.nodeCount === 0) return;
  const door = nodePosition(graph, graph.nodeCount >> 1);
  planDoor(loadedCity, { door, roadId: null, classes: [...classes.keys()] });
}

function classOf(code: string, minute: number | null | undefined): ClassOnGraph {
  const onGraph = classAt(loaded(), code, minute ?? null);
  if (!onGraph) throw new Error(`no vehicle class ${code}`);
  return onGraph;
}

/** Of no hour and without traffic, as the prepared tables are. */
function fillCells({ vehicleClass, ...table }: GraphCalls['cells']['input']) {
  const { calm = loaded() } = loaded();
  return fillAdded({ open: opened(), closed: calm }, vehicleClass, table);
}

function areOnRoad({ vehicleClass, places }: GraphCalls['areOnRoad']['input']): boolean[] {
  const onGraph = classOf(vehicleClass, null);
  const starts = findStarts(loaded(), onGraph, { stationIds: [], places });
  return starts.map((start) => start !== null);
}

function timeDrives(request: GraphCalls['driveSeconds']['input']) {
  const { vehicleClass, minute, stops, ...from } = request;
  const { graph, search } = loaded();
  const onGraph = classOf(vehicleClass, minute);
  const driver = { vehicle: onGraph.vehicle, access: onGraph.reach.stated.access };
  const starts = findStarts(loaded(), onGraph, from);
  const rows: (number | null)[][] = starts.map(() => []);
  const known = starts.filter((start) => start !== null);
  for (const to of stops) {
    const seconds = driveSeconds(graph, search, driver, { starts: known, to });
    let next = 0;
    for (const [row, start] of starts.entries()) rows[row]!.push(start ? seconds[next++]! : null);
  }
  return rows;
}

function drawDrives(requests: GraphCalls['drives']['input']): (GraphDrive | null)[] {
  const { graph, search } = loaded();
  return requests.map(({ vehicleClass, minute, stationId, to }) => {
    const onGraph = classOf(vehicleClass, minute);
    const start = onGraph.stationStarts.get(stationId);
    const driver = { vehicle: onGraph.vehicle, access: onGraph.reach.stated.access };
    const drive = start ? findDrive(graph, search, driver, { start, to }) : null;
    if (!drive) return null;
    const { roads, passes, ...rest } = drive;
    const stretches = nameRoads(graph, roads);
    const crosses = findCrossed(graph, vehicleClass, passes);
    return { ...rest, stretches, crosses, held: sumHeld(graph, driver, passes) };
  });
}

const growing = createGrowing(loaded, () => readUnitStations(pool));

function planStops(input: StopsRequest) {
  for (const code of input.classes) growing.grow(code, input.minute ?? null);
  return planStopsAt(loaded(), input);
}

function nameRoads({ roads }: RoadGraph, stretches: RoadStretch[]): NamedStretch[] {
  return stretches.map((stretch) => ({ ...stretch, road: toRoadRef(roads[stretch.road]!) }));
}

function tellAlong(input: GraphCalls['stretchesAlong']['input']): NamedStretch[] | null {
  const { vehicleClass, minute, ...drawn } = input;
  const { graph } = loaded();
  const stretches = stretchesAlong(graph, classOf(vehicleClass, minute), drawn);
  return stretches && nameRoads(graph, stretches);
}

function findCrossed(
  { conditions }: RoadGraph,
  vehicleClass: string,
  passes: Passage[],
): ClosureMark[] {
  const avoided = conditions.byClass.get(vehicleClass)?.avoided;
  const crossed = new Map<number, ClosureMark>();
  for (const { edge, from, to } of passes) {
    const stretch = avoided?.get(edge);
    if (!stretch || !meetsStretch(stretch, from, to)) continue;
    for (const mark of stretch.closures) crossed.set(mark.id, mark);
  }
  return [...crossed.values()];
}

function answer({ call, input }: GraphRequest): unknown {
  if (call === 'load') return inTurn(loadCity);
  if (call === 'renew') return inTurn(() => renewCity(input as TableChange[]));
  if (call === 'close') return close(input as CityClosure[]);
  if (call === 'slow') return packRoads(slow(unpackSpeeds(input as PackedSpeeds)));
  if (call === 'knowsPairs')
    return (input as GraphCalls['knowsPairs']['input']).map(
      ({ from, to }) => finder()(from, to).length > 0,
    );
  if (call === 'findClosed') return findClosedRoads(opened(), input as CityClosure[]);
  if (call === 'closedStretches') return drawClosed(opened(), input as CityClosure);
  if (call === 'door') return describeDoor(loaded(), input as DoorRequest);
  if (call === 'stops') return planStops(input as StopsRequest);
  if (call === 'water') return (input as TimedHoseStart[]).map((from) => listWater(loaded(), from));
  if (call === 'shuttles')
    return (input as ShuttleRequest[]).map((request) => findShuttle(loaded(), request));
  if (call === 'support') return findSupport(loaded(), input as SupportRequest);
  if (call === 'measure') return measureLeg(loaded(), input as LegRequest);
  if (call === 'walks') return walkToMany(loaded(), input as WalksRequest);
  if (call === 'settle') {
    const { vehicleClass, minute, ...from } = input as GraphCalls['settle']['input'];
    growing.keepPlaces(vehicleClass, from.places ?? []);
    return settleDrives(loaded(), classOf(vehicleClass, minute), from);
  }
  if (call === 'keepsToOpenRoads') {
    const { vehicleClass, minute, line } = input as GraphCalls['keepsToOpenRoads']['input'];
    return keepsToOpenRoads(loaded(), classOf(vehicleClass, minute), line);
  }
  if (call === 'stretchesAlong') return tellAlong(input as GraphCalls['stretchesAlong']['input']);
  if (call === 'exits')
    return (input as GraphCalls['exits']['input']).map((line) =>
      findExitAlong(loaded().graph, line),
    );
  if (call === 'tightTurns')
    return nameTightTurns(loaded(), input as GraphCalls['tightTurns']['input']);
  if (call === 'cells') return fillCells(input as GraphCalls['cells']['input']);
  if (call === 'areOnRoad') return areOnRoad(input as GraphCalls['areOnRoad']['input']);
  if (call === 'driveSeconds') return timeDrives(input as GraphCalls['driveSeconds']['input']);
  return drawDrives(input as GraphCalls['drives']['input']);
}

async function reply(request: GraphRequest): Promise<GraphReply> {
  try {
    if (moment() > request.until) throw new Error('nobody waits for it any more');
    return { id: request.id, output: await answer(request) };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { id: request.id, error: text };
  }
}

parentPort?.on('message', (request: GraphRequest) => {
  growing.putOff();
  void reply(request).then((message) => parentPort?.postMessage(message));
});
