// A road graph whose thread stands still, as one that is busy for long does, without work that would take as long on
// this machine: its debugger has it wait.

import { Session } from 'node:inspector';

type Message = { id?: number; method?: string };

/** Every road graph of this process stands still for so long: resolves when all do, with the end of it. */
export async function stickRoadGraphs(millis: number): Promise<{ end: Promise<unknown> }> {
  const session = new Session();
  session.connect();
  const standing = new Map<string, PromiseWithResolvers<void>>();
  const ended = new Map<string, PromiseWithResolvers<void>>();
  const send = (sessionId: string, id: number, method: string, params: object): void =>
    session.post('NodeWorker.sendMessageToWorker', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
  session.on('NodeWorker.attachedToWorker', ({ params: { sessionId, workerInfo } }) => {
    if (!workerInfo.url.endsWith('/road-graph/worker.ts')) return;
    standing.set(sessionId, Promise.withResolvers());
    ended.set(sessionId, Promise.withResolvers());
    send(sessionId, 1, 'Runtime.addBinding', { name: 'standStill' });
    const wait = `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${millis})`;
    send(sessionId, 2, 'Runtime.evaluate', { expression: `standStill(''); ${wait}` });
  });
  session.on('NodeWorker.receivedMessageFromWorker', ({ params: { sessionId, message } }) => {
    const { id, method } = JSON.parse(message) as Message;
    if (method === 'Runtime.bindingCalled') standing.get(sessionId)?.resolve();
    if (id === 2) ended.get(sessionId)?.resolve();
  });
  const { promise: attached, resolve, reject } = Promise.withResolvers<void>();
  session.post('NodeWorker.enable', { waitForDebuggerOnStart: false }, (error) =>
    error ? reject(error) : resolve(),
  );
  await attached;
  if (standing.size === 0) throw new Error('no road graph runs in this process');
  await Promise.all([...standing.values()].map(({ promise }) => promise));
  const end = Promise.all([...ended.values()].map(({ promise }) => promise));
  return { end: end.then(() => session.disconnect()) };
}
