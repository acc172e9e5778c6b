import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { readAddress, type Address } from './address.ts';
import { findFreePort } from './free-port.ts';
import { Lifetime } from './lifetime.ts';
import { ServerChild } from './server-child.ts';

let life: Lifetime;
afterEach(() => life.stopAll());

function start(address: Address, settings: Record<string, string> = {}): ServerChild {
  life = new Lifetime();
  const environment = {
    ...process.env,
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    LOG_LEVEL: 'silent',
    PORT: String(address.port),
    ...settings,
  };
  return new ServerChild(environment, address, life);
}

const addressOf = (port: number): Address => readAddress({ PORT: String(port) });

test('whoever else answers at the address is not taken for our server, and ends the command in one sentence', async () => {
  const other = createServer((_request, response) => response.end());
  const address = addressOf(await findFreePort());
  await new Promise<void>((resolve) => other.listen(address.port, address.host, resolve));
  expect(await start(address).untilAnswering()).toBe(false);
  other.close();
  expect(life.failure?.message).toBe(
    `Firepoint cannot listen on 127.0.0.1 port ${address.port}: it is taken by another program; stop that one, or choose another with PORT=….`,
  );
});

test('settings that are wrong end the command instead of being tried for ever', async () => {
  const server = start(addressOf(await findFreePort()), { REQUESTS_PER_MINUTE: 'many' });
  expect(await server.untilAnswering()).toBe(false);
  expect(life.failure?.message).toContain('cannot run with these settings');
});

test('a server that loses its address while it is started again is tried until it gets it back', async () => {
  const address = addressOf(await findFreePort());
  const server = start(address);
  expect(await server.untilAnswering()).toBe(true);
  const other = createServer();
  const taken = new Promise<void>((resolve) => {
    other.on('error', () => setTimeout(listen, 2));
    other.on('listening', () => resolve());
  });
  function listen(): void {
    other.listen(address.port, address.host);
  }
  listen();
  await server.restart();
  await taken;
  await wait(1_000);
  other.close();
  expect(await server.untilAnswering()).toBe(true);
  expect(life.failure).toBeUndefined();
}, 20_000);

test('our own server answers', async () => {
  expect(await start(addressOf(await findFreePort())).untilAnswering()).toBe(true);
  expect(life.failure).toBeUndefined();
});
