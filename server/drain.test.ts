import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchAnswers } from './drain.ts';

const { promise: nobodyAnswers } = Promise.withResolvers<string>();

let server: Server;
let drain: (mostMilliseconds: number) => Promise<void>;
let answers: Promise<string>[];
const agent = new Agent({ keepAlive: true, timeout: 600_000 });

beforeEach(async () => {
  answers = [];
  server = createServer((_request, response) => {
    void answers.shift()!.then((text) => response.end(text));
  });
  server.keepAliveTimeout = 600_000;
  ({ drain } = watchAnswers(server));
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  agent.destroy();
});

const port = (): number => (server.address() as AddressInfo).port;

/** A request that has arrived. */
async function begin(answer: Promise<string>): Promise<{ answered: Promise<IncomingMessage> }> {
  answers.push(answer);
  const arrived = once(server, 'request');
  const request = get({ port: port(), host: '127.0.0.1', agent });
  const answered = once(request, 'response').then(([response]) => response as IncomingMessage);
  await arrived;
  return { answered };
}

async function countBytes(response: IncomingMessage): Promise<number> {
  let bytes = 0;
  for await (const chunk of response) bytes += (chunk as Buffer).length;
  return bytes;
}

test('a request that was begun is answered whole before the end, however slowly it is read', async () => {
  const bytes = 30_000_000;
  const { promise: answer, resolve } = Promise.withResolvers<string>();
  const { answered } = await begin(answer);
  const drained = drain(20_000);
  resolve('x'.repeat(bytes));
  const response = await answered;
  expect(response.headers.connection).toBe('close');
  await wait(300);
  expect(await countBytes(response)).toBe(bytes);
  await drained;
});

test('the end waits neither for a connection that nobody asks on nor for one that nobody asked on yet', async () => {
  const { answered } = await begin(Promise.resolve('whole'));
  expect(await countBytes(await answered)).toBe(5);
  const silent = connect(port(), '127.0.0.1');
  await once(silent, 'connect');
  const cut = once(silent, 'close');
  const begun = performance.now();
  await drain(20_000);
  await cut;
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test('a request that nobody answers holds the end up no longer than was said', async () => {
  const { answered } = await begin(nobodyAnswers);
  await Promise.all([drain(50), expect(answered).rejects.toThrow('socket hang up')]);
});
