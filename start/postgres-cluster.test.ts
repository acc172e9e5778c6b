// A cluster of its own, beside that of the other tests.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Lifetime } from './lifetime.ts';
import { openCluster, type Cluster } from './postgres-cluster.ts';
import { ensureClusterFiles } from './postgres-init.ts';

let dataFolder: string;
const lives: Lifetime[] = [];
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'fp-cluster-'));
  chmodSync(dataFolder, 0o755);
});
afterEach(async () => {
  for (const life of lives.splice(0)) await life.stopAll();
  rmSync(dataFolder, { recursive: true });
});

/** One command that needs the database, as `npm run import` does. */
async function open(): Promise<Cluster & { life: Lifetime }> {
  const life = new Lifetime();
  lives.push(life);
  return { ...(await openCluster(dataFolder, { durable: false, restarts: false, life })), life };
}

const make = () => ensureClusterFiles(dataFolder, new Lifetime().signal);

test('of two commands that start at once one starts the database, and both use it, as does every later one', async () => {
  await make();
  const [one, other] = await Promise.all([open(), open()]);
  expect(one.port).toBe(other.port);
  for (const { life } of [one, other]) await life.stopAll();
  expect(await open()).toMatchObject({ port: one.port, shared: false });
}, 40_000);

function findInitdb(): number | undefined {
  const pid = readdirSync('/proc').find((name) => {
    const file = `/proc/${name}/cmdline`;
    if (!/^\d+$/.test(name) || !existsSync(file)) return false;
    const command = readFileSync(file, 'utf8');
    return /^[^\0]*initdb\0/.test(command) && command.includes(`${dataFolder}/`);
  });
  return pid === undefined ? undefined : Number(pid);
}

const hasVersion = (folder: string): boolean => existsSync(join(dataFolder, folder, 'PG_VERSION'));

test('a database whose making was killed is made anew', async () => {
  const cut = make().catch((error: Error) => error.message);
  while (!readdirSync(dataFolder).some(hasVersion)) await wait(5);
  process.kill(findInitdb()!, 'SIGKILL');
  expect(await cut).toContain('initdb failed');
  // Of a command that was killed as well.
  const halfMade = join(dataFolder, 'postgres-made-by-4194303');
  mkdirSync(halfMade);
  expect(await open()).toMatchObject({ shared: false });
  expect(existsSync(halfMade)).toBe(false);
}, 40_000);
