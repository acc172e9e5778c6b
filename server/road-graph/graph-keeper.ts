// Which thread answers for the graph: one that holds a whole city, replaced when a newer one stands,
// when it dies, or when it is stuck.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { CityClosure, ClosedRoads } from '../planner/close-city.ts';
import { createReloader } from '../reloader.ts';
import { startGraphThread, type GraphThread, type Patience } from './graph-thread.ts';
import type { GraphStatus } from './worker.ts';

export type GraphKeeper = {
  status: () => GraphStatus | null;
  /** The thread that answers; null when none has a city within `millis`. */
  untilLoaded: (millis: number) => Promise<GraphThread | null>;
  /** Loads the city anew in a thread of its own; the old one answers until the new one stands. */
  reload: () => Promise<GraphStatus>;
  closeRoads: (closures: CityClosure[]) => Promise<ClosedRoads>;
  onLoaded: (listener: () => void) => void;
  close: () => Promise<void>;
};

const restartMillis = 500;
/** What a replaced thread still owes is waited for, but not for ever. */
const drainMillis = 5_000;

export function keepGraph(databaseUrl: string, log: Logger, patience: Patience): GraphKeeper {
  let current: { thread: GraphThread; status: GraphStatus } | null = null;
  let loaded = Promise.withResolvers<void>();
  let closing = false;
  const closures = rememberClosures();
  const listeners: (() => void)[] = [];
  const threads = new Set<GraphThread>();
  /** Has read its code already: that takes as long as loading a small city. */
  let spare: GraphThread | null = null;

  const refill = createReloader(reload, {
    onError: (error) => log.error({ err: error }, 'road graph did not load'),
  });

  function forget(thread: GraphThread): void {
    threads.delete(thread);
    if (spare === thread) spare = null;
    if (current?.thread !== thread) return;
    current = null;
    loaded = Promise.withResolvers<void>();
    if (!closing) setTimeout(refill, restartMillis).unref();
  }

  function startThread(): GraphThread {
    const thread = startGraphThread(databaseUrl, { log, patience, onExit: () => forget(thread) });
    threads.add(thread);
    return thread;
  }

  async function reload(): Promise<GraphStatus> {
    if (closing) throw new Error('the road graph is closed');
    const next = spare ?? startThread();
    spare = null;
    try {
      const status = await next.send('load', null);
      await closures.closeIn(next);
      const last = current?.thread;
      current = { thread: next, status };
      loaded.resolve();
      for (const listener of listeners) listener();
      log.info({ ...status }, 'road graph loaded');
      if (last) void drain(last);
      if (!closing) spare ??= startThread();
      return status;
    } catch (error) {
      await next.stop();
      throw error;
    }
  }

  return {
    status: () => current?.status ?? null,
    untilLoaded: async (millis) => {
      if (!current) await Promise.race([loaded.promise, sleep(millis, undefined, { ref: false })]);
      return current?.thread ?? null;
    },
    reload,
    closeRoads: async (next) => {
      closures.set(next);
      return (await current?.thread.send('close', next)) ?? [];
    },
    onLoaded: (listener) => void listeners.push(listener),
    close: async () => {
      closing = true;
      await Promise.all([...threads].map((thread) => thread.stop()));
    },
  };
}

function rememberClosures() {
  let closures: CityClosure[] = [];
  return {
    set: (next: CityClosure[]): void => {
      closures = next;
    },
    /** A new thread must not answer a moment without them, though they change while it is told. */
    closeIn: async (thread: GraphThread): Promise<void> => {
      for (let told: CityClosure[] | null = null; told !== closures;) {
        told = closures;
        await thread.send('close', told);
      }
    },
  };
}

async function drain(thread: GraphThread): Promise<void> {
  const end = performance.now() + drainMillis;
  while (thread.owed() > 0 && performance.now() < end) await sleep(20, undefined, { ref: false });
  await thread.stop();
}
