// Which thread answers for the graph: one that holds a whole city, replaced when a newer one stands,
// when it dies, or when it is stuck.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { CityClosure, ClosedRoads } from '../planner/close-city.ts';
import type { TableChange } from '../data-changes/changes.ts';
import { packSpeeds, unpackRoads, type PackedSpeeds } from '../planner/pack-speeds.ts';
import type { PairRoad, SeenSpeed } from '../planner/slow-city.ts';
import { createReloader } from '../reloader.ts';
import { startGraphThread, type GraphThread, type Patience } from './graph-thread.ts';
import type { GraphStatus } from './graph-status.ts';

export type GraphKeeper = {
  status: () => GraphStatus | null;
  /** The thread that answers; null when none has a city within `millis`. */
  untilLoaded: (millis: number) => Promise<GraphThread | null>;
  /** Loads the city anew in a thread of its own; the old one answers until the new one stands. */
  reload: () => Promise<GraphStatus>;
  /** Has the thread that answers follow these changes in place; loads the city anew where it cannot. */
  follow: (changes: TableChange[]) => Promise<GraphStatus>;
  /** null while no city is loaded: nobody knows then which roads these closures close. */
  closeRoads: (closures: CityClosure[]) => Promise<ClosedRoads | null>;
  slowRoads: (traffic: SeenSpeed[]) => Promise<(PairRoad | null)[]>;
  onLoaded: (listener: () => void) => void;
  close: () => Promise<void>;
};

const restartMillis = 500;
/** What a replaced thread still owes is waited for, but not for ever. */
const drainMillis = 5_000;

export function keepGraph(databaseUrl: string, log: Logger, patience: Patience): GraphKeeper {
  let closing = false;
  const current = holdCurrent();
  const conditions = rememberConditions();
  const threads = createThreads((onExit) =>
    startGraphThread(databaseUrl, { log, patience, onExit }),
  );
  const refill = createReloader(reload, {
    onError: (error) => log.error({ err: error }, 'road graph did not load'),
  });

  function forget(thread: GraphThread): void {
    if (current.drop(thread) && !closing) setTimeout(refill, restartMillis).unref();
  }

  async function reload(): Promise<GraphStatus> {
    if (closing) throw new Error('the road graph is closed');
    const next = threads.take(forget);
    try {
      const status = await next.send('load', null);
      await conditions.layOver(next);
      const last = current.get();
      current.set({ thread: next, status });
      log.info({ ...status }, 'road graph loaded');
      if (last) void drain(last.thread);
      if (!closing) threads.prepare();
      return status;
    } catch (error) {
      await next.stop();
      throw error;
    }
  }

  async function follow(changes: TableChange[]): Promise<GraphStatus> {
    const thread = current.get()?.thread;
    const status = await thread?.send('renew', changes).catch((error: unknown) => {
      log.warn({ err: error }, 'road graph did not follow a change; it is loaded anew');
      return null;
    });
    // Another one may have been loaded meanwhile, from before the change.
    if (!thread || !status || current.get()?.thread !== thread) return reload();
    current.set({ thread, status });
    log.info({ ...status, changes: changes.length }, 'road graph renewed');
    return status;
  }

  return {
    status: () => current.get()?.status ?? null,
    untilLoaded: current.untilThere,
    reload,
    follow,
    ...conditions.laidOver(() => current.get()?.thread),
    onLoaded: current.onSet,
    close: async () => {
      closing = true;
      await threads.stop();
    },
  };
}

type Current = { thread: GraphThread; status: GraphStatus };

/** The thread that answers now, and those who wait for one. */
function holdCurrent() {
  let current: Current | null = null;
  let there = Promise.withResolvers<void>();
  const listeners: (() => void)[] = [];
  return {
    get: (): Current | null => current,
    set: (next: Current): void => {
      current = next;
      there.resolve();
      for (const listener of listeners) listener();
    },
    /** False when another one answers. */
    drop: (thread: GraphThread): boolean => {
      if (current?.thread !== thread) return false;
      current = null;
      there = Promise.withResolvers<void>();
      return true;
    },
    untilThere: async (millis: number): Promise<GraphThread | null> => {
      if (!current) await Promise.race([there.promise, sleep(millis, undefined, { ref: false })]);
      return current?.thread ?? null;
    },
    onSet: (listener: () => void): void => void listeners.push(listener),
  };
}

/** All threads that run, and one ahead: reading its code takes it as long as loading a small city. */
function createThreads(start: (onExit: () => void) => GraphThread) {
  const running = new Map<GraphThread, (lost: GraphThread) => void>();
  let spare: GraphThread | null = null;

  function begin(): GraphThread {
    const thread = start(() => {
      if (spare === thread) spare = null;
      const onLost = running.get(thread);
      running.delete(thread);
      onLost?.(thread);
    });
    running.set(thread, () => undefined);
    return thread;
  }

  return {
    /** `onLost` hears when it has ended, for whatever reason. */
    take: (onLost: (lost: GraphThread) => void): GraphThread => {
      const thread = spare ?? begin();
      spare = null;
      running.set(thread, onLost);
      return thread;
    },
    prepare: (): void => {
      spare ??= begin();
    },
    stop: () => Promise.all([...running.keys()].map((thread) => thread.stop())),
  };
}

type Conditions = { closures: CityClosure[]; traffic: PackedSpeeds };

function rememberConditions() {
  let conditions: Conditions = { closures: [], traffic: packSpeeds([]) };
  return {
    laidOver: (
      answering: () => GraphThread | undefined,
    ): Pick<GraphKeeper, 'closeRoads' | 'slowRoads'> => ({
      closeRoads: async (closures) => {
        conditions = { ...conditions, closures };
        const thread = answering();
        try {
          return (await thread?.send('close', closures)) ?? null;
        } catch (error) {
          // The thread is gone; the next one is told before it answers.
          if (answering() !== thread) return null;
          throw error;
        }
      },
      slowRoads: async (traffic) => {
        conditions = { ...conditions, traffic: packSpeeds(traffic) };
        const roads = await answering()?.send('slow', conditions.traffic);
        return roads ? unpackRoads(roads) : [];
      },
    }),
    /** A new thread must not answer a moment without them, though they change while it is told. */
    layOver: async (thread: GraphThread): Promise<void> => {
      for (let told: Conditions | null = null; told !== conditions;) {
        told = conditions;
        await thread.send('close', told.closures);
        await thread.send('slow', told.traffic);
      }
    },
  };
}

async function drain(thread: GraphThread): Promise<void> {
  const end = performance.now() + drainMillis;
  while (thread.owed() > 0 && performance.now() < end) await sleep(20, undefined, { ref: false });
  await thread.stop();
}
