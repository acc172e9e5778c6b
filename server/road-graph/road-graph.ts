import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { RequestError } from '../errors.ts';
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

/** Starts the graph's thread; a thread that dies is started again and loads the city again. */
export function startRoadGraph(databaseUrl: string, log: Logger): RoadGraphClient {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let status: GraphStatus | null = null;
  let closing = false;
  let worker = spawn();

  function spawn(): Worker {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { databaseUrl },
    });
    started.on('message', (reply: GraphReply) => {
      const call = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('error' in reply) call?.reject(new Error(`road graph: ${reply.error}`));
      else call?.resolve(reply.output);
    });
    started.on('error', (error) => log.error({ err: error }, 'road graph thread failed'));
    started.on('exit', () => onExit());
    return started;
  }

  function onExit(): void {
    status = null;
    for (const { reject } of waiting.values()) reject(new Error('road graph thread ended'));
    waiting.clear();
    if (closing) return;
    setTimeout(() => {
      worker = spawn();
      reload().catch((error: unknown) => log.error({ err: error }, 'road graph did not load'));
    }, 500).unref();
  }

  function send<Name extends keyof GraphCalls>(
    call: Name,
    input: GraphCalls[Name]['input'],
  ): Promise<GraphCalls[Name]['output']> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const id = nextId++;
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, call, input } satisfies GraphRequest);
    return promise as Promise<GraphCalls[Name]['output']>;
  }

  async function reload(): Promise<GraphStatus> {
    status = await send('load', null);
    log.info({ ...status }, 'road graph loaded');
    return status;
  }

  return {
    call: (name, input) => {
      if (status) return send(name, input);
      throw new RequestError(503, 'graph-loading', 'The road graph is still loading; try again');
    },
    reload,
    status: () => status,
    close: async () => {
      closing = true;
      await worker.terminate();
    },
  };
}
