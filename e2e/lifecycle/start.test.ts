import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  describeEnvironment,
  listProcesses,
  runFirepoint,
  startProduct,
  type FoundProcess,
  type RunningProduct,
} from '../product.ts';

let product: RunningProduct;

const findProcess = (part: string): FoundProcess | undefined =>
  listProcesses().find(({ command }) => command.includes(part));

async function isHealthy(): Promise<boolean> {
  try {
    return (await fetch(`${product.url}/api/health`)).ok;
  } catch {
    // Nobody listens.
    return false;
  }
}

async function until(claim: () => boolean | Promise<boolean>, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  while (!(await claim())) {
    if (Date.now() > deadline)
      throw new Error(`not within ${seconds} s; it printed:\n${product.printed()}`);
    await wait(50);
  }
}

// Whichever test comes first pays for the demo city; here only what is there already counts.
beforeAll(async () => {
  product = await startProduct();
});

afterAll(() => product.stop());

test('says where to open it, and that it listens on this machine only, and why', () => {
  expect(product.printed()).toContain(`Firepoint is ready: ${product.url}`);
  expect(product.printed()).toContain('on this machine only, because there are no accounts yet');
});

test('a second start of the same data is told in one sentence', async () => {
  const second = await runFirepoint(['start'], await describeEnvironment());
  expect(second.code).toBe(1);
  expect(second.printed.trim()).toMatch(/^Firepoint already runs from here \(process \d+\)\..*$/);
});

test('a port that another program holds is told in one sentence', async () => {
  const { port } = new URL(product.url);
  const dataFolder = mkdtempSync(join(tmpdir(), 'fp-port-'));
  const environment = { ...(await describeEnvironment(dataFolder)), PORT: port };
  const second = await runFirepoint(['start'], environment);
  rmSync(dataFolder, { recursive: true });
  expect(second.code).toBe(1);
  expect(second.printed.trim()).toBe(
    `Firepoint cannot listen on 127.0.0.1 port ${port}: it is taken by another program; stop that one, or choose another with PORT=….`,
  );
});

test('psql uses the running database, and prints nothing but its answer', async () => {
  const args = ['psql', '-At', '-c', 'select synthetic from cities'];
  const { code, printed } = await runFirepoint(args, await describeEnvironment());
  expect({ code, printed }).toEqual({ code: 0, printed: 't\n' });
});

test('nobody on the machine reaches the database without its password', async () => {
  const environment = { ...(await describeEnvironment()), PGPASSWORD: 'guess' };
  const port = /-c port=(\d+)/.exec(findProcess('bin/postgres -D')?.command ?? '')?.[1];
  const url = `postgres://firepoint:guess@127.0.0.1:${port}/firepoint`;
  const args = ['psql', '-w', '-c', 'select 1'];
  const { code, printed } = await runFirepoint(args, { ...environment, DATABASE_URL: url });
  expect(code).not.toBe(0);
  expect(printed).toContain('password authentication failed');
});

test('a server, a router or a database that is killed comes back', async () => {
  for (const part of ['server/main.ts', 'osrm-routed', 'bin/postgres -D']) {
    const killed = findProcess(part);
    if (!killed) throw new Error(`${part} does not run`);
    process.kill(killed.pid, 'SIGKILL');
    await until(() => {
      const now = findProcess(part);
      return now !== undefined && now.pid !== killed.pid;
    }, 10);
  }
  await until(isHealthy, 15);
  expect(product.launcher.exitCode).toBeNull();
});

test('after kill -9 no process is left, and the next start recovers within 10 seconds', async () => {
  const supervisor = findProcess('start/start.ts');
  if (!supervisor) throw new Error('no supervisor runs');
  process.kill(supervisor.pid, 'SIGKILL');
  await until(() => listProcesses().length === 0, 10);
  const begun = performance.now();
  product = await startProduct();
  expect(performance.now() - begun, product.printed()).toBeLessThan(10_000);
  expect(await isHealthy()).toBe(true);
});

test('a start straight after kill -9, while the old parts still end, works as well', async () => {
  const supervisor = findProcess('start/start.ts');
  if (!supervisor) throw new Error('no supervisor runs');
  process.kill(supervisor.pid, 'SIGKILL');
  product = await startProduct();
  expect(await isHealthy()).toBe(true);
});

test('a start beside a command that runs the database, and stops it at its end, takes it over', async () => {
  await product.stop();
  const environment = await describeEnvironment();
  const asking = runFirepoint(['psql', '-c', 'select pg_sleep(2)'], environment);
  await until(() => findProcess('select pg_sleep') !== undefined, 20);
  product = await startProduct();
  expect((await asking).code).toBe(0);
  await until(isHealthy, 15);
});

test('Ctrl-C stops everything and leaves no process behind', async () => {
  expect(await product.stop()).toBe(0);
  expect(listProcesses()).toEqual([]);
  expect(product.printed()).toContain('Stopping');
});
