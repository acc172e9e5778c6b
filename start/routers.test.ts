import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openImportBench, type ImportBench } from '../data-import/osm/import-for-test.ts';
import type { MiniWorldIds } from '../data-import/osm/mini-world.ts';
import { listProcesses } from '../e2e/product.ts';
import { osrmBinForTest, startOsrmForTest } from '../server/osrm-client/osrm-for-test.ts';
import { readRoutingData } from './city.ts';
import { Lifetime } from './lifetime.ts';
import { Routers, type RouterSet } from './routers.ts';

let bench: ImportBench;
let ids: MiniWorldIds;
beforeAll(async () => {
  bench = await openImportBench();
  ids = await bench.importWorld(
    {
      nodes: { a: [0, 0], b: [500, 0] },
      ways: [{ nodes: ['a', 'b'], tags: { highway: 'residential', name: 'Phố A', width: '6' } }],
    },
    { osrmBin: osrmBinForTest() },
  );
}, 60_000);
afterAll(() => bench.close());

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
  rmSync(join(osrm(), 'conditions.json'), { force: true });
  await vi.waitUntil(() => listProcesses(bench.folder).length === 0);
});

const dataFolder = (): string => join(bench.folder, 'data');
const osrm = (): string => join(dataFolder(), 'osrm');
const patiently = { timeout: 20_000 };

/** Writes what the server would: the speeds of the large engines, by a file of that name. */
function tell(key: string, file: string, speeds?: string): void {
  const { version } = readRoutingData(dataFolder())!;
  const conditions = { key, closures: key, version, speeds: { large: `conditions/${file}` } };
  mkdirSync(join(osrm(), 'conditions'), { recursive: true });
  if (speeds !== undefined) writeFileSync(join(osrm(), 'conditions', file), speeds);
  writeFileSync(join(osrm(), 'conditions.json'), JSON.stringify(conditions));
}

const shut = (): string => `${ids.nodes['a']},${ids.nodes['b']},0\n`;

/** Every set that the server would hear of, the newest last. */
function supervise(): { sets: RouterSet[]; newest: () => RouterSet | undefined } {
  const life = new Lifetime();
  const sets: RouterSet[] = [];
  undo.push(() => life.stopAll());
  const folders = { dataFolder: dataFolder(), osrmBin: osrmBinForTest() };
  new Routers(folders, life, (set) => sets.push(set)).start();
  return { sets, newest: () => sets.at(-1) };
}

function pidOf(vehicleClass: string): number | undefined {
  return listProcesses(bench.folder).find(
    ({ command }) =>
      command.includes(`/${vehicleClass}/city.osrm`) && !command.startsWith('setpriv'),
  )?.pid;
}

async function answersAsOsrm(url: string | undefined): Promise<boolean> {
  const response = await fetch(`${url}/nearest/v1/driving/0,0`);
  return ((await response.json()) as { code: string }).code === 'Ok';
}

/** The copies of routing data that lie on the disk, by the key of their conditions. */
function listCopies(): string[] {
  const folder = join(osrm(), `${readRoutingData(dataFolder())!.version}.now`);
  return existsSync(folder) ? readdirSync(folder) : [];
}

async function killLarge(url: string | undefined): Promise<number> {
  process.kill(pidOf('large')!, 'SIGKILL');
  await expect.poll(() => pidOf('large')).toBeUndefined();
  return Number(new URL(url!).port);
}

test('a router never shares its port with another one, and the server hears of the port that it took', async () => {
  const { newest } = supervise();
  await expect.poll(newest, patiently).toBeDefined();
  const before = newest()!.urls;
  expect(new Set(Object.values(before)).size).toBe(3);
  const port = await killLarge(before['large']);
  const other = await startOsrmForTest(readRoutingData(dataFolder())!.classes['small']!, port);
  undo.push(() => other.stop());
  await expect.poll(() => newest()!.urls['large'], patiently).not.toBe(before['large']);
  expect(newest()!.urls).toEqual({ ...before, large: expect.any(String) as string });
  expect(await answersAsOsrm(newest()!.urls['large'])).toBe(true);
});

test('a router whose port another program took meanwhile comes back, and the stranger is not taken for it', async () => {
  const { newest } = supervise();
  await expect.poll(newest, patiently).toBeDefined();
  const before = newest()!.urls['large'];
  const port = await killLarge(before);
  const stranger = createServer((_request, response) => response.end('not JSON'));
  stranger.listen(port, '127.0.0.1');
  await once(stranger, 'listening');
  undo.push(() => stranger.close());
  await expect.poll(() => newest()!.urls['large'], patiently).not.toBe(before);
  expect(await answersAsOsrm(newest()!.urls['large'])).toBe(true);
});

test('routers start without the closures and the traffic that cannot be customised, and follow the next ones', async () => {
  tell('refused', 'missing.csv');
  const { newest } = supervise();
  await expect.poll(newest, patiently).toMatchObject({ conditions: '', closures: '' });
  expect(await answersAsOsrm(newest()!.urls['small'])).toBe(true);
  await expect.poll(listCopies).toEqual([]);
  tell('shut', 'shut.csv', shut());
  await expect.poll(newest, patiently).toMatchObject({ conditions: 'shut', closures: 'shut' });
});

test('a copy of the routing data that was made in vain is dropped, and so is what an earlier start left', async () => {
  tell('shut', 'shut.csv', shut());
  const left = join(osrm(), `${readRoutingData(dataFolder())!.version}.now`, 'left');
  mkdirSync(left, { recursive: true });
  const complained = vi.spyOn(console, 'error');
  undo.push(() => complained.mockRestore());
  const { newest } = supervise();
  await expect.poll(newest, patiently).toMatchObject({ conditions: 'shut' });
  await expect.poll(listCopies).toEqual(['shut']);
  tell('refused', 'missing.csv');
  await expect.poll(() => complained.mock.lastCall?.[0]).toContain('refused the speeds of large');
  await expect.poll(listCopies).toEqual(['shut']);
  expect(newest()).toMatchObject({ conditions: 'shut' });
});

function lose(loss: 'gone' | 'damaged'): void {
  const copy = join(osrm(), `${readRoutingData(dataFolder())!.version}.now`, 'shut');
  if (loss === 'gone') rmSync(copy, { recursive: true });
  else truncateSync(join(copy, 'large', 'city.osrm.cell_metrics'), 100);
}

test.each(['gone', 'damaged'] as const)(
  'a copy of the routing data that is %s is made anew once its router cannot live on it',
  async (loss) => {
    tell('shut', 'shut.csv', shut());
    const { newest } = supervise();
    await expect.poll(newest, patiently).toMatchObject({ conditions: 'shut' });
    const before = newest()!.urls['large'];
    lose(loss);
    await killLarge(before);
    await expect.poll(() => newest()!.urls['large'], patiently).not.toBe(before);
    expect(newest()).toMatchObject({ conditions: 'shut', closures: 'shut' });
    expect(await answersAsOsrm(newest()!.urls['large'])).toBe(true);
    expect(listCopies()).toEqual(['shut']);
  },
);

test('a lost copy of the routing data that cannot be made anew is told of, and not tried again at once', async () => {
  tell('shut', 'shut.csv', shut());
  const { newest } = supervise();
  await expect.poll(newest, patiently).toMatchObject({ conditions: 'shut' });
  const complained = vi.spyOn(console, 'error');
  undo.push(() => complained.mockRestore());
  const refusals = (): unknown[] =>
    complained.mock.calls.filter(([text]) => String(text).includes('refused the speeds of large'));
  lose('gone');
  rmSync(join(osrm(), 'conditions', 'shut.csv'));
  await killLarge(newest()!.urls['large']);
  await expect.poll(refusals, patiently).toHaveLength(1);
  await wait(2_500);
  expect(refusals()).toHaveLength(1);
});
