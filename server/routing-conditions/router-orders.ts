// What OSRM's supervisor is told: closures at once, with the traffic of that moment; traffic alone now
// and then, since all routers are made anew for it. And what the routers in use know of.

import type { Logger } from 'pino';
import { createAlarm } from '../in-turn.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import {
  indexHeldPairs,
  noHeldPairs,
  type HeldPairs,
  type SpeedOnRoad,
} from '../traffic/held-pairs.ts';
import { writeRoutingConditions, type RoutingConditions, type Written } from './routing-files.ts';
import { writeSpeedFile, type ClosedCity } from './speed-file.ts';

/** What the supervisor says of the routers in use. */
export type RouterGeneration = { version: string; conditions: string; closures: string };

export type RouterOrders = {
  /** Resolves when it is written; what is wanted now, undefined where nobody keeps the routers. */
  setClosures: (city: ClosedCity & { at: Date }) => Promise<RoutingConditions | undefined>;
  /** Resolves when it is written, will be, or that failed and will be tried again. */
  setTraffic: (traffic: { speeds: SpeedOnRoad[]; at: Date }) => Promise<void>;
  setGeneration: (generation: RouterGeneration) => void;
  /** What the routers in use count as traffic, and a name of that; null where nobody tells them any. */
  routed: () => { key: string; pairs: () => HeldPairs } | null;
  close: () => void;
};

type Services = {
  roadGraph: RoadGraphClient;
  readSettings: SettingsReader;
  /** FIREPOINT_DATA: where OSRM's supervisor looks; undefined when there is none. */
  dataFolder: string | undefined;
  log: Logger;
};

const retryMillis = 2_000;
/** Sets of traffic that routers may still be on. */
const mostKept = 4;

type Traffic = { speeds: SpeedOnRoad[]; at: Date };

export function createRouterOrders(services: Services): RouterOrders {
  const { log } = services;
  let closed: (ClosedCity & { at: Date }) | undefined;
  let traffic: Traffic = { speeds: [], at: new Date(0) };
  let pairsNow: HeldPairs | undefined;
  let generation: RouterGeneration | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const known = rememberPairs();
  const alarm = createAlarm(() => void orderTraffic());

  /** In turn: what was read later is written later. */
  function order(): Promise<RoutingConditions | undefined> {
    const next = Promise.allSettled([running]).then(orderNow);
    running = next;
    return next;
  }

  /** Where that fails, as on a full disk, the speeds count in the road graph all the same, and it is tried again. */
  async function orderTraffic(): Promise<void> {
    try {
      await order();
    } catch (error) {
      log.error({ err: error }, 'OSRM was not told of traffic');
      alarm.set(retryMillis);
    }
  }

  async function orderNow(): Promise<RoutingConditions | undefined> {
    if (!closed) return undefined;
    const { speeds } = traffic;
    const written = await writeOrders(services, closed, traffic);
    if (!written) return undefined;
    if (written.waitMillis > 0) alarm.set(written.waitMillis);
    else known.set(written.wanted.key, speeds, generation?.conditions);
    return written.wanted;
  }

  return {
    setClosures: (next) => {
      closed = next;
      return order();
    },
    setTraffic: async (next) => {
      traffic = next;
      pairsNow = undefined;
      await orderTraffic();
    },
    setGeneration: (next) => {
      generation = next;
    },
    routed: () => {
      if (!generation) return null;
      const { conditions: key } = generation;
      // Where another server on this database told them: what it knew is what is known here.
      const pairs = () => known.get(key) ?? (pairsNow ??= indexHeldPairs(traffic.speeds));
      return { key, pairs };
    },
    close: alarm.close,
  };
}

/** undefined where nobody keeps the routers, or nobody knows yet which roads there are. */
async function writeOrders(
  { dataFolder, roadGraph, readSettings, log }: Services,
  closed: ClosedCity & { at: Date },
  { speeds, at }: Traffic,
): Promise<Written | undefined> {
  if (dataFolder === undefined || !roadGraph.status()) return undefined;
  const { classes, parameters } = await readSettings();
  const write = (held: SpeedOnRoad[]) =>
    Object.fromEntries(
      classes.map((vehicle) => {
        // Others drive by the data of their profile.
        const ofRouter = vehicle.routingProfile === vehicle.code ? held : [];
        return [vehicle.code, writeSpeedFile(closed, ofRouter, vehicle)];
      }),
    );
  const closedTexts = write([]);
  return writeRoutingConditions(
    dataFolder,
    {
      closed: closedTexts,
      all: speeds.length === 0 ? closedTexts : write(speeds),
      closuresAt: closed.at,
      trafficAt: at,
    },
    parameters.number('traffic_router_every') * 1_000,
    log,
  );
}

/** The traffic of the last sets that routers were told: those in use may be on any of them. */
function rememberPairs() {
  const pairsOf = new Map<string, HeldPairs>([['', noHeldPairs]]);
  return {
    get: (key: string) => pairsOf.get(key),
    set: (key: string, speeds: SpeedOnRoad[], used: string | undefined): void => {
      if (key === '') return;
      // The same speeds may have been seen again, later or by others.
      pairsOf.delete(key);
      pairsOf.set(key, indexHeldPairs(speeds));
      const old = [...pairsOf.keys()].filter((each) => each !== used && each !== '');
      if (old.length > mostKept) pairsOf.delete(old[0]!);
    },
  };
}
