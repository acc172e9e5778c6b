import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { inTransaction } from '../../sql/pool.ts';
import type { DataChanges } from './changes.ts';
import { watchDataChanges } from './watch.ts';

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

const addStation = `insert into stations (name, source, geom) values ('Đội 1', 'test', st_point($1, 21, 4326))`;

function longitudes(changes: DataChanges[]): number[] {
  const boxes = changes.flatMap(({ tables }) => tables.flatMap((change) => change.boxes ?? []));
  return boxes.map(([west]) => Math.round(west * 100) / 100);
}

test('a database that is down is asked once a second; what changed meanwhile is told when it is back', async () => {
  const { url, door } = await openDoor();
  const heard: DataChanges[] = [];
  const watch = watchDataChanges(url, (changes) => heard.push(changes), silent);
  await pause(4_500);
  expect(door.knocks).toBeLessThanOrEqual(6);
  expect(heard).toEqual([]);

  door.isOpen = true;
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(1);
  expect(heard[0]?.isGap).toBe(true);

  await database.pool.query(addStation, [105.8]);
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(2);
  expect(heard[1]).toMatchObject({ isGap: false, tables: [{ table: 'stations' }] });
  expect(watch.version()).toBe(heard[1]?.version);

  door.isOpen = false;
  door.cut();
  await database.pool.query(addStation, [105.81]);
  await database.pool.query(addStation, [105.82]);
  await pause(300);
  expect(heard).toHaveLength(2);
  door.isOpen = true;
  await expect.poll(() => longitudes(heard), { timeout: 5_000 }).toEqual([105.8, 105.81, 105.82]);
  expect(heard.at(-1)?.isGap).toBe(false);
  await watch.close();
  door.cut();
  door.server.close();
}, 30_000);

test('a server that was away for longer than changes are kept takes it that anything changed', async () => {
  const { url, door } = await openDoor();
  door.isOpen = true;
  const heard: DataChanges[] = [];
  const watch = watchDataChanges(url, (changes) => heard.push(changes), silent);
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(1);
  door.isOpen = false;
  door.cut();
  await database.pool.query(addStation, [105.8]);
  await database.pool.query(`update row_changes set at = at - interval '1 hour'`);
  await expect
    .poll(
      async () => {
        await database.pool.query('select prune_changes()');
        return (await database.pool.query('select from row_changes')).rowCount;
      },
      { timeout: 25_000, interval: 250 },
    )
    .toBe(0);
  door.isOpen = true;
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(2);
  expect(heard[1]?.isGap).toBe(true);
  await watch.close();
  door.cut();
  door.server.close();
}, 60_000);

test('a change that is committed after a younger one is not missed', async () => {
  const heard: DataChanges[] = [];
  const watch = watchDataChanges(database.url, (changes) => heard.push(changes), silent);
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(1);
  await inTransaction(database.pool, async (slow) => {
    await slow.query(addStation, [105.83]);
    await database.pool.query(addStation, [105.84]);
    await expect.poll(() => longitudes(heard), { timeout: 5_000 }).toEqual([105.84]);
  });
  await expect.poll(() => longitudes(heard), { timeout: 5_000 }).toEqual([105.84, 105.83]);
  await watch.close();
}, 30_000);

test('of many commits at once none is missed, although only some of them wake the servers', async () => {
  const heard: DataChanges[] = [];
  const watch = watchDataChanges(database.url, (changes) => heard.push(changes), silent);
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(1);
  const wanted = Array.from({ length: 60 }, (_, n) => 106 + n / 100);
  await Promise.all(wanted.map((lon) => database.pool.query(addStation, [lon])));
  await expect
    .poll(() => longitudes(heard).toSorted((a, b) => a - b), { timeout: 5_000 })
    .toEqual(wanted.map((lon) => Math.round(lon * 100) / 100));
  await watch.close();
}, 30_000);

test('a version that somebody adds by hand says that anything may have changed', async () => {
  const heard: DataChanges[] = [];
  const watch = watchDataChanges(database.url, (changes) => heard.push(changes), silent);
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(1);
  await database.pool.query(`insert into data_versions (kind) values ('by hand')`);
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(2);
  expect(heard[1]?.isGap).toBe(true);
  await watch.close();
}, 30_000);

test('a channel of its own wakes whom it concerns, and nobody takes it for changed data', async () => {
  const heard: DataChanges[] = [];
  let woken = 0;
  const watch = watchDataChanges(database.url, (changes) => heard.push(changes), silent, {
    traffic_changed: () => (woken += 1),
  });
  // Once at the start: what was said before could not be heard.
  await expect.poll(() => woken, { timeout: 5_000 }).toBe(1);
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(1);
  await database.pool.query(`select pg_notify('traffic_changed', '')`);
  await expect.poll(() => woken, { timeout: 5_000 }).toBe(2);
  expect(heard).toHaveLength(1);
  await watch.close();
}, 30_000);
