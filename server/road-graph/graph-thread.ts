// One thread with the graph, and the calls it still owes an answer; those fail when it ends.
// Nobody can ask a thread that is stuck how it is: one that owes an answer for too long is ended.

import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { GraphCalls, GraphReply, GraphRequest } from './graph-calls.ts';

export type GraphThread = {
  send<Name extends keyof GraphCalls>(
    call: Name,
    input: GraphCalls[Name]['input'],
  ): Promise<GraphCalls[Name]['output']>;
  /** How many calls it still owes an answer. */
  owed: () => number;
  stop(): Promise<unknown>;
};

/** How long a thread may owe the answer to a call before it is taken for stuck, and while it loads. */
export type Patience = { callMillis: number; loadMillis: number };

type Waiting = {
  resolve: (output: unknown) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
};

export function startGraphThread(
  databaseUrl: string,
  { log, patience, onExit }: { log: Logger; patience: Patience; onExit: () => void },
): GraphThread {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { databaseUrl },
  });

  function settle(id: number): Waiting | undefined {
    const call = waiting.get(id);
    waiting.delete(id);
    clearTimeout(call?.timer);
    return call;
  }

  worker.on('message', (reply: GraphReply) => {
    const call = settle(reply.id);
    if ('error' in reply) call?.reject(new Error(`road graph: ${reply.error}`));
    else call?.resolve(reply.output);
  });
  worker.on('error', (error) => log.error({ err: error }, 'road graph thread failed'));
  worker.on('exit', () => {
    for (const id of waiting.keys()) settle(id)?.reject(new Error('road graph thread ended'));
    onExit();
  });

  return {
    send: <Name extends keyof GraphCalls>(call: Name, input: GraphCalls[Name]['input']) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const id = nextId++;
      const reads = call === 'load' || call === 'renew';
      const millis = reads ? patience.loadMillis : patience.callMillis;
      const timer = setTimeout(() => {
        log.error({ call, millis }, 'road graph thread is stuck and is ended');
        void worker.terminate();
      }, millis).unref();
      waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, call, input } satisfies GraphRequest);
      return promise as Promise<GraphCalls[Name]['output']>;
    },
    owed: () => waiting.size,
    stop: () => worker.terminate(),
  };
}
