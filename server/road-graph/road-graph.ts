import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { RequestError } from '../errors.ts';
import { createReloader } from '../reloader.ts';
import type { GraphCalls, GraphReply, GraphRequest, GraphStatus } from './worker.ts';

export type RoadGraphClient = {
  call<Name extends Exclude<keyof GraphCalls, 'load'>>(
    name: Name,
    input: GraphCalls[Name]['input'],
  ): Promise<GraphCalls[Name]['output']>;
  /** Loads the city anew; the old graph answers until the new one stands. */
  reload(): Promise<GraphStatus>;
  status(): GraphStatus | null;
  close(): Promise<void>;
};

type Waiting = { resolve: (output: unknown) => void; reject: (error: Error) => void };

const restartMillis = 500;
/** A call made while the city is being loaded waits so long for it: at the start, or after a crash. */
const patienceMillis = 1_000;

/** Starts the graph's thread; a thread that dies is started again and loads the city again. */
export function startRoadGraph(databaseUrl: string, log: Logger): RoadGraphClient {
  let status: GraphStatus | null = null;
  let closing = false;
  let loaded = Promise.withResolvers<void>();
  let thread = startThread(databaseUrl, log, onExit);

  const refill = createReloader(reload, {
    onError: (error) => log.error({ err: error }, 'road graph did not load'),
  });

  function onExit(): void {
    status = null;
    loaded = Promise.withResolvers<void>();
    if (closing) return;
    setTimeout(() => {
      thread = startThread(databaseUrl, log, onExit);
      refill();
    }, restartMillis).unref();
  }

  async function reload(): Promise<GraphStatus> {
    status = await thread.send('load', null);
    loaded.resolve();
    log.info({ ...status }, 'road graph loaded');
    return status;
  }

  return {
    call: async (name, input) => {
      if (!status)
        await Promise.race([loaded.promise, sleep(patienceMillis, undefined, { ref: false })]);
      if (status) return thread.send(name, input);
      throw new RequestError(503, 'graph-loading', 'The road graph is still loading; try again');
    },
    reload,
    status: () => status,
    close: async () => {
      closing = true;
      await thread.stop();
    },
  };
}

type Thread = {
  send<Name extends keyof GraphCalls>(
    call: Name,
    input: GraphCalls[Name]['input'],
  ): Promise<GraphCalls[Name]['output']>;
  stop(): Promise<unknown>;
};

/** One worker and the calls it still owes an answer; those fail when it ends. */
function startThread(databaseUrl: string, log: Logger, onExit: () => void): Thread {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { databaseUrl },
  });
  worker.on('message', (reply: GraphReply) => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) call?.reject(new Error(`road graph: ${reply.error}`));
    else call?.resolve(reply.output);
  });
  worker.on('error', (error) => log.error({ err: error }, 'road graph thread failed'));
  worker.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('road graph thread ended'));
    waiting.clear();
    onExit();
  });
  return {
    send: <Name extends keyof GraphCalls>(call: Name, input: GraphCalls[Name]['input']) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, call, input } satisfies GraphRequest);
      return promise as Promise<GraphCalls[Name]['output']>;
    },
    stop: () => worker.terminate(),
  };
}
