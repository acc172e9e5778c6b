import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../sql/test-database.ts';
import { watchDataChanges } from './data-changes.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);

afterAll(() => database.drop());

/** The database behind a door that can be shut: connections are then cut off. */
async function openDoor(): Promise<{
  url: string;
  door: { isOpen: boolean; knocks: number; cut: () => void; server: Server };
}> {
  const target = new URL(database.url);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    door.knocks += 1;
    socket.on('error', () => socket.destroy());
    if (!door.isOpen) return socket.destroy();
    const peer = connect(Number(target.port || 5432), target.hostname);
    peer.on('error', () => socket.destroy());
    socket.on('close', () => peer.destroy());
    sockets.add(socket);
    return socket.pipe(peer).pipe(socket);
  });
  const door = {
    isOpen: false,
    knocks: 0,
    server,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(database.url);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return { url: url.href, door };
}

const silent = pino({ level: 'silent' });
const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));

test('a database that is down is asked once a second, and read as soon as it is back', async () => {
  const { url, door } = await openDoor();
  let changes = 0;
  const watch = watchDataChanges(url, () => (changes += 1), silent);
  await pause(4_500);
  expect(door.knocks).toBeLessThanOrEqual(6);
  expect(changes).toBe(0);

  door.isOpen = true;
  await expect.poll(() => changes, { timeout: 5_000 }).toBe(1);

  await database.pool.query(`insert into data_versions (kind) values ('test')`);
  await expect.poll(() => changes, { timeout: 5_000 }).toBe(2);

  door.cut();
  await expect.poll(() => changes, { timeout: 5_000 }).toBe(3);
  await watch.close();
  door.cut();
  door.server.close();
}, 30_000);
