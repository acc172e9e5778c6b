import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { drain } from './drain.ts';

let server: Server;

afterEach(() => server.close());

/** A request that has arrived, and is answered by `listener`. */
async function begin(listener: RequestListener): Promise<{ answer: Promise<Response> }> {
  server = createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const arrived = once(server, 'request');
  const { port } = server.address() as AddressInfo;
  const answer = fetch(`http://127.0.0.1:${port}`);
  answer.catch(() => undefined);
  await arrived;
  return { answer };
}

test('a request that was begun is answered before the end, and the end waits for no idle connection', async () => {
  const { promise: mayAnswer, resolve: letAnswer } = Promise.withResolvers<void>();
  const { answer } = await begin((_request, response) => {
    void mayAnswer.then(() => response.end('whole'));
  });
  const drained = drain(server, 20_000);
  letAnswer();
  expect(await (await answer).text()).toBe('whole');
  await drained;
});

test('a request that nobody answers holds the end up no longer than was said', async () => {
  const { answer } = await begin(() => undefined);
  await drain(server, 50);
  await expect(answer).rejects.toThrow('fetch failed');
});
