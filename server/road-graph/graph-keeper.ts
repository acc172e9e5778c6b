// Which thread answers for the graph: one that holds a whole city, replaced when a newer one stands,
// when it dies, or when it is stuck.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { CityClosure, ClosedRoads } from '../planner/close-city.ts';
import type { TableChange } from '../data-changes/changes.ts';
import { createReloader } from '../reloader.ts';
import { startGraphThread, type GraphThread, type Patience } from './graph-thread.ts';
import type { GraphStatus } from './worker.ts';

export type GraphKeeper = {
  status: () => GraphStatus | null;
  /** The thread that answers; null when none has a city within `millis`. */
  untilLoaded: (millis: number) => Promise<GraphThread | null>;
  /** Loads the city anew in a thread of its own; the old one answers until the new one stands. */
  reload: () => Promise<GraphStatus>;
  /** Has the thread that answers follow these changes in place; loads the city anew where it cannot. */
  follow: (changes: TableChange[]) => Promise<GraphStatus>;
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
  const threads = createThreads((onExit) =>
    startGraphThread(databaseUrl, { log, patience, onExit }),
  );

  const refill = createReloader(reload, {
    onError: (error) => log.error({ err: error }, 'road graph did not load'),
  });

  function forget(thread: GraphThread): void {
    if (current?.thread !== thread) return;
    current = null;
    loaded = Promise.withResolvers<void>();
    if (!closing) setTimeout(refill, restartMillis).unref();
  }

  async function reload(): Promise<GraphStatus> {
    if (closing) throw new Error('the road graph is closed');
    const next = threads.take(forget);
    try {
      const status = await next.send('load', null);
      await closures.closeIn(next);
      const last = current?.thread;
      current = { thread: next, status };
      loaded.resolve();
      for (const listener of listeners) listener();
      log.info({ ...status }, 'road graph loaded');
      if (last) void drain(last);
      if (!closing) threads.prepare();
      return status;
    } catch (error) {
      await next.stop();
      throw error;
    }
  }

  async function follow(changes: TableChange[]): Promise<GraphStatus> {
    const followed = current;
    const status = await followed?.thread.send('renew', changes).catch((error: unknown) => {
      log.warn({ err: error }, 'road graph did not follow a change; it is loaded anew');
      return null;
    });
    // Another one may have been loaded meanwhile, from before the change.
    if (!followed || !status || current?.thread !== followed.thread) return reload();
    current = { thread: followed.thread, status };
    for (const listener of listeners) listener();
    log.info({ ...status, changes: changes.length }, 'road graph renewed');
    return status;
  }

  return {
    status: () => current?.status ?? null,
    untilLoaded: async (millis) => {
      if (!current) await Promise.race([loaded.promise, sleep(millis, undefined, { ref: false })]);
      return current?.thread ?? null;
    },
    reload,
    follow,
    closeRoads: async (next) => {
      closures.set(next);
      return (await current?.thread.send('close', next)) ?? [];
    },
    onLoaded: (listener) => void listeners.push(listener),
    close: async () => {
      closing = true;
      await threads.stop();
    },
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
