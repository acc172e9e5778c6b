// The closures of this minute: read from the database, laid over the road graph, and taken off again
// when their time is over. Every server does this for itself.

import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { Logger } from 'pino';
import { followInTurn } from '../in-turn.ts';
import { lookWithMemory } from '../last-reading.ts';
import type { CityClosure, ClosedRoads } from '../planner/close-city.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { anyRoadMayBeClosed, indexClosedNodes, type ClosedNodes } from './crossed-closures.ts';
import { isInForce, nextChange } from './moments.ts';
import type { RouterGeneration, RouterOrders } from '../routing-conditions/router-orders.ts';
import { trackObedience } from './obedience.ts';
import { readClosures, readDatabaseClock, type StoredClosure } from './queries.ts';

export type ClosuresInForce = ClosedNodes & {
  /** Reads them anew; resolves when the road graph obeys what was in the database when it was called. */
  follow: () => Promise<void>;
  /** Names what is in force; '' for none. */
  key: () => string;
  /** Does OSRM obey them for the class. */
  obeys: (vehicleClass: string) => boolean;
  /** Resolves when OSRM obeys, or after so long. */
  untilObeyed: (millis: number) => Promise<void>;
  /** What OSRM's supervisor says of the routers in use. */
  setGeneration: (generation: RouterGeneration) => void;
  close: () => void;
};

/** At most so many at once; the API refuses more. */
export const maxCurrent = 500;
/** setTimeout takes no more, and a clock that was set is noticed. */
const lookAgainMillis = 60_000;
/** While there is no road graph, or OSRM could not be told. */
const lookSoonMillis = 2_000;
/** The timer must not be early. */
const lateMillis = 5;

type Services = {
  database: pg.Pool;
  roadGraph: RoadGraphClient;
  readSettings: SettingsReader;
  orders: Pick<RouterOrders, 'setClosures'>;
  log: Logger;
};

export function followClosures(services: Services): ClosuresInForce {
  const { roadGraph, orders, log } = services;
  let nodes = anyRoadMayBeClosed;
  const obedience = trackObedience((vehicleClass) => nodes.affects(vehicleClass));
  let known: { key: string; closed: ClosedRoads } | undefined;
  const read = () => readCurrent(services);
  // While the database is away they begin and end all the same.
  const look = lookWithMemory({ read, after: laterBy, use: layOver });
  const inTurn = followInTurn(look, { log, what: 'closures' });

  async function layOver(current: Current): Promise<number> {
    const { closures, wakeInMillis, ...found } = inForceOf(current);
    const key = nameOf(closures);
    const before = known?.closed ?? [];
    if (key !== known?.key) {
      // From here on no router is believed before it was told, nor a road that may be one of them.
      obedience.setWanted(undefined);
      nodes = indexClosedNodes(closures, before);
    }
    const closed = await roadGraph.closeRoads(closures);
    known = { key, closed: closed ?? before };
    // What was known of them holds on.
    if (!closed) return Math.min(wakeInMillis, lookSoonMillis);
    if (!isDeepStrictEqual(closed, before)) obedience.setWanted(undefined);
    nodes = indexClosedNodes(closures, closed);
    const isTold = await tell({ closures, closed, ...found });
    return isTold ? wakeInMillis : Math.min(wakeInMillis, lookSoonMillis);
  }

  /** False where that failed: the closures are in force all the same, only that OSRM does not obey. */
  async function tell(city: Parameters<RouterOrders['setClosures']>[0]): Promise<boolean> {
    try {
      obedience.setWanted(await orders.setClosures(city));
      return true;
    } catch (error) {
      log.error({ err: error }, 'OSRM was not told of closures');
      return false;
    }
  }

  // Another map has other nodes.
  roadGraph.onLoaded(() => inTurn.lookIn(0));
  return {
    follow: inTurn.follow,
    key: () => known?.key ?? '',
    crossedBy: (vehicleClass, way) => nodes.crossedBy(vehicleClass, way),
    affects: (vehicleClass) => nodes.affects(vehicleClass),
    shuts: (vehicleClass) => nodes.shuts(vehicleClass),
    obeys: obedience.obeys,
    untilObeyed: obedience.untilObeyed,
    setGeneration: (generation) => {
      const isOther = obedience.setGeneration(generation);
      if (isOther) inTurn.lookIn(0);
    },
    close: inTurn.close,
  };
}

/** What was in the database `at` a moment, and what it takes to know what is in force. */
type Current = {
  all: StoredClosure[];
  at: Date;
  timeZone: string;
  avoidedKmh: number;
};

async function readCurrent({ database, readSettings }: Services): Promise<Current> {
  const { parameters } = await readSettings();
  const at = await readDatabaseClock(database);
  return {
    all: await readClosures(database, { state: 'current', limit: maxCurrent }),
    at,
    timeZone: parameters.text('city_time_zone'),
    avoidedKmh: parameters.number('avoided_speed'),
  };
}

function laterBy(current: Current, millis: number): Current {
  return { ...current, at: new Date(current.at.getTime() + millis) };
}

type InForce = {
  closures: CityClosure[];
  wakeInMillis: number;
  at: Date;
  avoidedKmh: number;
};

function inForceOf({ all, at, timeZone, avoidedKmh }: Current): InForce {
  const next = nextChange(all, at, timeZone);
  const untilNext = next ? next.getTime() - at.getTime() + lateMillis : lookAgainMillis;
  return {
    closures: all.filter((each) => isInForce(each, at, timeZone)).map(toCityClosure),
    wakeInMillis: Math.min(untilNext, lookAgainMillis),
    at,
    avoidedKmh,
  };
}

export function toCityClosure(closure: StoredClosure): CityClosure {
  const { id, geometry: shape, effect, vehicleClasses, onFoot, reason, by } = closure;
  return { id, shape, effect, vehicleClasses, onFoot, reason, by };
}

/** Closures are never changed, only added and withdrawn: their ids say it all. */
function nameOf(closures: CityClosure[]): string {
  if (closures.length === 0) return '';
  const ids = closures.map(({ id }) => id).join(' ');
  return createHash('sha256').update(ids).digest('hex').slice(0, 16);
}
