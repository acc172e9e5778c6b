// The traffic of this minute: read from the database, laid over the road graph, told to OSRM, and
// forgotten as it ages. Every server does this for itself.

import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Held } from '../../geo/graph/traffic.ts';
import { readDatabaseClock } from '../closures/queries.ts';
import type { PassedNodes } from '../closures/crossed-closures.ts';
import { followInTurn } from '../in-turn.ts';
import { lookWithMemory } from '../last-reading.ts';
import type { VehicleClass } from '../planner/settings.ts';
import type { SeenSpeed } from '../planner/slow-city.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import type { RouterOrders } from '../routing-conditions/router-orders.ts';
import { noHeldPairs, type SpeedOnRoad } from './held-pairs.ts';
import { readTraffic } from './queries.ts';

export type TrafficInForce = {
  /** Reads it anew; resolves when the road graph counts what was in the database when it was called. */
  follow: () => Promise<void>;
  /** Names what the answers count with; another name, other answers. */
  key: () => string;
  /** The most slowed first. */
  speeds: () => SpeedOnRoad[];
  /** How many stretches, faster than those, are too many and count as empty roads. */
  leftOut: () => number;
  /** When the newest of them was seen; null for none. */
  newestAt: () => string | null;
  /** Is the class held up anywhere, as is known here or as the routers in use still count. */
  affects: (vehicleClass: string) => boolean;
  /** What OSRM counted as traffic on its way; null for none. */
  heldOn: (vehicleClass: string, way: PassedNodes) => Held | null;
  /** Will OSRM be told of traffic for the class; one that nobody tells any would think a jam an empty road. */
  isToldTo: (vehicleClass: string) => boolean;
  close: () => void;
};

/** So many stretches at once, the slowest: a whole city's main roads, and where they are free nobody misses them. */
const maxInForce = 50_000;
const lookAgainMillis = 60_000;
/** Of thousands that age one after the other, those of the same moment are forgotten together. */
const ageStepMillis = 2_000;

type Services = {
  database: pg.Pool;
  roadGraph: RoadGraphClient;
  readSettings: SettingsReader;
  orders: Pick<RouterOrders, 'setTraffic' | 'routed'>;
  log: Logger;
};

export function followTraffic(services: Services): TrafficInForce {
  const { roadGraph, orders, log } = services;
  let speeds: SpeedOnRoad[] = [];
  let classes = new Map<string, VehicleClass>();
  let name = '';
  /** What was laid over which graph last: every batch of a feed makes its own server look twice. */
  let lastPrint: string | undefined;
  let newestAt: string | null = null;
  let leftOut = 0;
  const read = () => readInForce(services);
  // While the database is away it ages all the same.
  const look = lookWithMemory({ read, after: withoutAged, use: layOver });
  const inTurn = followInTurn(look, { log, what: 'traffic' });

  async function layOver(found: InForce): Promise<number> {
    ({ classes, leftOut } = found);
    const print = printOf(found.seen, roadGraph.status()?.version);
    if (print === lastPrint) return found.wakeInMillis;
    const seen = found.seen.map(({ kind: _kind, ...each }) => each);
    const roads = await roadGraph.slowRoads(seen);
    const laid = found.seen.flatMap((each, index) => {
      const road = roads[index];
      // Of another map, or of none as long as none is loaded.
      return road ? [{ ...each, meters: road.meters, roadKmh: road.kmh, line: road.line }] : [];
    });
    speeds = laid.toSorted((a, b) => a.kmh / a.roadKmh - b.kmh / b.roadKmh);
    name = nameOf(speeds);
    newestAt = timeOfNewest(speeds);
    await orders.setTraffic({ speeds, at: found.at });
    lastPrint = print;
    return found.wakeInMillis;
  }

  const routedPairs = () => orders.routed()?.pairs() ?? noHeldPairs;
  const isHeld = (vehicleClass: string) => classes.get(vehicleClass)?.heldByTraffic === true;

  // Another map has other nodes.
  roadGraph.onLoaded(() => inTurn.lookIn(0));
  return {
    follow: inTurn.follow,
    key: () => `${name}/${orders.routed()?.key ?? ''}`,
    speeds: () => speeds,
    leftOut: () => leftOut,
    newestAt: () => newestAt,
    affects: (vehicleClass) =>
      isHeld(vehicleClass) && (speeds.length > 0 || !routedPairs().isEmpty),
    heldOn: (vehicleClass, way) => {
      const vehicle = classes.get(vehicleClass);
      return vehicle ? routedPairs().heldOn(vehicle, way) : null;
    },
    isToldTo: (vehicleClass) =>
      orders.routed() !== null || speeds.length === 0 || !isHeld(vehicleClass),
    close: inTurn.close,
  };
}

type InForce = Awaited<ReturnType<typeof readInForce>>;

/** The last reading without what is too old by then. */
export function withoutAged<T extends Pick<InForce, 'at' | 'validMinutes' | 'seen' | 'leftOut'>>(
  found: T,
  sinceMillis: number,
): T {
  const at = new Date(found.at.getTime() + sinceMillis);
  const oldest = at.getTime() - found.validMinutes * 60_000;
  const seen = found.seen.filter((each) => each.at > oldest);
  // Where some make room, nobody knows for how many others.
  const leftOut = seen.length === found.seen.length ? found.leftOut : 0;
  return { ...found, at, seen, leftOut };
}

async function readInForce({ database, readSettings }: Services) {
  const { parameters, classes } = await readSettings();
  const validMinutes = parameters.number('traffic_valid');
  const slowest = parameters.number('traffic_slowest_speed');
  const at = await readDatabaseClock(database);
  const { seen, leftOut } = await readTraffic(database, { validMinutes, limit: maxInForce });
  const oldestAt = seen.reduce((oldest, each) => Math.min(oldest, each.at), Infinity);
  const untilAged = oldestAt + validMinutes * 60_000 - at.getTime();
  return {
    leftOut,
    seen: seen.map((each) => ({ ...each, kmh: Math.max(slowest, each.kmh) })),
    classes: new Map(classes.map((each) => [each.code, each])),
    at,
    validMinutes,
    wakeInMillis: Math.min(lookAgainMillis, Math.max(ageStepMillis, untilAged)),
  };
}

function printOf(seen: (SeenSpeed & { kind: string })[], graphVersion = ''): string {
  const hash = createHash('sha256').update(graphVersion);
  for (const { from, to, kmh, source, kind, at } of seen)
    hash.update(`${from} ${to} ${kmh} ${at} ${kind} ${source}\n`);
  return hash.digest('base64');
}

function timeOfNewest(speeds: SpeedOnRoad[]): string | null {
  if (speeds.length === 0) return null;
  return new Date(speeds.reduce((newest, { at }) => Math.max(newest, at), 0)).toISOString();
}

/** The same speeds seen again change no answer. */
function nameOf(speeds: SpeedOnRoad[]): string {
  if (speeds.length === 0) return '';
  const hash = createHash('sha256');
  for (const { from, to, kmh } of speeds) hash.update(`${from} ${to} ${Math.round(kmh)}\n`);
  return hash.digest('hex').slice(0, 16);
}
