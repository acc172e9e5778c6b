// One thread with the graph, and the calls it still owes an answer; those fail when it ends.
// Nobody can ask a thread that is stuck how it is: one that owes answers and gives none for too long is ended.

import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { GraphCalls, GraphReply, GraphRequest } from './graph-calls.ts';
import { moment } from './moment.ts';

export type GraphThread = {
  /** The thread does not begin on what nobody waits for after `waitMillis`; it fails then. */
  send<Name extends keyof GraphCalls>(
    call: Name,
    input: GraphCalls[Name]['input'],
    waitMillis?: number,
  ): Promise<GraphCalls[Name]['output']>;
  /** How many calls it still owes an answer. */
  owed: () => number;
  stop(): Promise<unknown>;
};

/** How long a thread may owe answers to calls and give none before it is taken for stuck, and how long it may load. */
export type Patience = { callMillis: number; loadMillis: number };

type Waiting = {
  isLoad: boolean;
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
    // It works off what others asked first: who waits behind them has not waited for a thread that is stuck.
    for (const { isLoad, timer } of waiting.values()) if (!isLoad) timer.refresh();
    if ('error' in reply) call?.reject(new Error(`road graph: ${reply.error}`));
    else call?.resolve(reply.output);
  });
  worker.on('error', (error) => log.error({ err: error }, 'road graph thread failed'));
  worker.on('exit', () => {
    for (const id of waiting.keys()) settle(id)?.reject(new Error('road graph thread ended'));
    onExit();
  });

  return {
    send: <Name extends keyof GraphCalls>(
      call: Name,
      input: GraphCalls[Name]['input'],
      waitMillis = Infinity,
    ) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const id = nextId++;
      const isLoad = call === 'load' || call === 'renew';
      const millis = isLoad ? patience.loadMillis : patience.callMillis;
      const timer = setTimeout(() => {
        log.error({ call, millis }, 'road graph thread is stuck and is ended');
        void worker.terminate();
      }, millis).unref();
      waiting.set(id, { isLoad, resolve, reject, timer });
      const until = moment() + waitMillis;
      worker.postMessage({ id, call, input, until } satisfies GraphRequest);
      return promise as Promise<GraphCalls[Name]['output']>;
    },
    owed: () => waiting.size,
    stop: () => worker.terminate(),
  };
}
