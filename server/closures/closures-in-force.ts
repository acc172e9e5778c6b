// The closures of this minute: read from the database, laid over the road graph, and taken off again
// when their time is over. Every server does this for itself.

import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { CityClosure, ClosedRoads } from '../planner/close-city.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { indexClosedNodes, type ClosedNodes } from './crossed-closures.ts';
import { isInForce, nextChange } from './moments.ts';
import { trackObedience, type RouterGeneration } from './obedience.ts';
import { readClosures, readDatabaseClock, type StoredClosure } from './queries.ts';
import { writeRoutingClosures, type RoutingClosures } from './routing-files.ts';
import { writeSpeedFile } from './speed-file.ts';

export type ClosuresInForce = ClosedNodes & {
  /** Reads them anew; resolves when the road graph obeys what was in the database when it was called. */
  follow: () => Promise<void>;
  /** Names what is in force; '' for none. */
  key: () => string;
  /** Does OSRM obey them for the class. */
  obeys: (vehicleClass: string) => boolean;
  /** Resolves when OSRM obeys, or when it was waited for long enough. */
  untilObeyed: () => Promise<void>;
  /** What OSRM's supervisor says of the routers in use. */
  setGeneration: (generation: RouterGeneration) => void;
  close: () => void;
};

/** At most so many at once; the API refuses more. */
export const maxCurrent = 500;
const retryMillis = 2_000;
/** setTimeout takes no more, and a clock that was set is noticed. */
const lookAgainMillis = 60_000;
/** The timer must not be early. */
const lateMillis = 5;
/** Whoever draws a closure is told after so long, though OSRM still follows. */
const obeyMillis = 1_800;

type Services = {
  database: pg.Pool;
  roadGraph: RoadGraphClient;
  readSettings: SettingsReader;
  /** FIREPOINT_DATA: where OSRM's supervisor looks; undefined when there is none. */
  dataFolder: string | undefined;
  log: Logger;
};

export function followClosures(services: Services): ClosuresInForce {
  const { roadGraph, log } = services;
  let nodes = indexClosedNodes([], []);
  const obedience = trackObedience((vehicleClass) => nodes.affects(vehicleClass));
  let key = '';
  const alarm = createAlarm(() => {
    follow().catch((error: unknown) => log.error({ err: error }, 'closures not followed'));
  });
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;

  async function lookNow(): Promise<void> {
    waiting = undefined;
    try {
      const { closures, wakeInMillis, ...found } = await readInForce(services);
      const closed = await roadGraph.closeRoads(closures);
      nodes = indexClosedNodes(closures, closed);
      key = nameOf(closures);
      alarm.set(wakeInMillis);
      obedience.setWanted(await tellRouters(services, { closures, closed, ...found }));
    } catch (error) {
      // What was in force stays so.
      alarm.set(retryMillis);
      throw error;
    }
  }

  /** One at a time; all who come while one runs share the next. */
  function follow(): Promise<void> {
    if (waiting) return waiting;
    waiting = Promise.allSettled([running]).then(lookNow);
    running = waiting;
    return waiting;
  }

  // Another map has other nodes.
  roadGraph.onLoaded(() => alarm.set(0));
  return {
    follow,
    key: () => key,
    crossedBy: (vehicleClass, way) => nodes.crossedBy(vehicleClass, way),
    affects: (vehicleClass) => nodes.affects(vehicleClass),
    obeys: obedience.obeys,
    untilObeyed: () => obedience.untilObeyed(obeyMillis),
    setGeneration: (generation) => {
      const isOther = obedience.setGeneration(generation);
      if (isOther) alarm.set(0);
    },
    close: alarm.close,
  };
}

/** Runs once, so many milliseconds after it was set last. */
function createAlarm(run: () => void): { set: (millis: number) => void; close: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  return {
    set: (millis) => {
      clearTimeout(timer);
      if (!isClosed) timer = setTimeout(run, millis).unref();
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

type InForce = {
  closures: CityClosure[];
  wakeInMillis: number;
  at: Date;
  avoidedKmh: number;
  classes: string[];
};

async function readInForce({ database, readSettings }: Services): Promise<InForce> {
  const { parameters, classes } = await readSettings();
  const timeZone = parameters.text('city_time_zone');
  const at = await readDatabaseClock(database);
  const all = await readClosures(database, { state: 'current', limit: maxCurrent });
  const next = nextChange(all, at, timeZone);
  const untilNext = next ? next.getTime() - at.getTime() + lateMillis : lookAgainMillis;
  return {
    closures: all.filter((each) => isInForce(each, at, timeZone)).map(toCityClosure),
    wakeInMillis: Math.min(untilNext, lookAgainMillis),
    at,
    avoidedKmh: parameters.number('avoided_speed'),
    classes: classes.map(({ code }) => code),
  };
}

async function tellRouters(
  { dataFolder, roadGraph }: Services,
  { at, classes, ...city }: Omit<InForce, 'wakeInMillis'> & { closed: ClosedRoads },
): Promise<RoutingClosures | undefined> {
  // Without a map nobody knows which roads they close.
  if (dataFolder === undefined || !roadGraph.status()) return undefined;
  const texts = Object.fromEntries(classes.map((code) => [code, writeSpeedFile(city, code)]));
  return writeRoutingClosures(dataFolder, { texts, at });
}

function toCityClosure(closure: StoredClosure): CityClosure {
  const { id, geometry: shape, effect, vehicleClasses, onFoot, reason, by } = closure;
  return { id, shape, effect, vehicleClasses, onFoot, reason, by };
}

/** Closures are never changed, only added and withdrawn: their ids say it all. */
function nameOf(closures: CityClosure[]): string {
  if (closures.length === 0) return '';
  const ids = closures.map(({ id }) => id).join(' ');
  return createHash('sha256').update(ids).digest('hex').slice(0, 16);
}
