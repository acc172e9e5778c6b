// An import beside a running product whose parts are met by every signal meanwhile: it ends in the
// new city or in one sentence, the product comes back whole by itself, and the next import works.

import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPart, isWhole, needPart, readHealth, until, type Part } from '../outage.ts';
import {
  describeEnvironment,
  listProcesses,
  runFirepoint,
  startProduct,
  type RunningProduct,
} from '../product.ts';

let product: RunningProduct;
let environment: Awaited<ReturnType<typeof describeEnvironment>>;

beforeAll(async () => {
  environment = await describeEnvironment();
  product = await startProduct({ environment: { LOG_LEVEL: 'warn' } });
  await untilWhole(20);
});
afterAll(async () => {
  const again = await runFirepoint(['demo', '--replace'], environment);
  await product.stop();
  if (again.code !== 0) throw new Error(again.printed);
});

const untilWhole = (seconds: number) => until(() => isWhole(product.url), seconds, product.printed);

const routers: Part[] = [
  'OSRM of the large engines',
  'OSRM of the small engines',
  'OSRM of the motorbikes',
];
let seed = 20;

const findRunning = (part: string) =>
  listProcesses().filter(({ command }) => command.includes(part));

/** A small demo city is imported; in its middle each of the parts is sent the signal. */
async function importWhile(
  parts: Part[],
  signal: NodeJS.Signals,
): Promise<{ code: number; printed: string }> {
  seed += 1;
  const words = ['demo', '--replace', '--houses', '400', '--seed', String(seed)];
  const importing = runFirepoint(words, environment);
  await until(() => findRunning('osm2pgsql').length > 0, 60);
  for (const part of parts) process.kill(needPart(part).pid, signal);
  return importing;
}

/** What was wrong about how an import that met a signal ended: it ends well, or in one sentence without a stack. */
function faultOf({ code, printed }: { code: number; printed: string }): string {
  const isSentence = /^[^\s].*\.$/.test(printed.trim().split('\n').at(-1) ?? '');
  return code === 0 || (isSentence && !/^\s+at /m.test(printed)) ? '' : printed;
}

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'a server and routers that meet %s do not disturb an import, and serve its city afterwards',
  async (signal) => {
    const before = (await readHealth(product.url))?.dataVersion;
    const { code, printed } = await importWhile(['server', ...routers], signal);
    expect(code, printed).toBe(0);
    await untilWhole(20);
    expect((await readHealth(product.url))?.dataVersion).not.toEqual(before);
  },
);

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'a database that meets %s ends the import in one sentence; the city stays, and the next import works',
  async (signal) => {
    const { city } = (await readHealth(product.url)) ?? {};
    const ended = await importWhile(['database'], signal);
    expect(ended.code, ended.printed).not.toBe(0);
    expect(faultOf(ended), ended.printed).toBe('');
    await untilWhole(20);
    expect((await readHealth(product.url))?.city?.counts).toEqual(city?.counts);
  },
);

test('of an import that is killed while it builds routing data the new map is served, and the product builds them by itself', async () => {
  seed += 1;
  const words = ['demo', '--replace', '--houses', '400', '--seed', String(seed)];
  const importing = runFirepoint(words, environment);
  await until(() => findRunning('osrm-extract').length > 0, 60);
  for (const { pid } of findRunning('data-import/cli.ts')) process.kill(pid, 'SIGKILL');
  expect((await importing).code).not.toBe(0);
  await until(async () => (await readHealth(product.url))?.routers['large'] === 'graph', 10);
  await untilWhole(60);
  expect(product.printed()).toContain('… routing data: an import left none of its map');
});

test('an import that runs the database itself and loses it ends in one sentence, and brings none back', async () => {
  await product.stop();
  await until(() => listProcesses().length === 0, 20);
  const ended = await importWhile(['database'], 'SIGKILL');
  expect(ended.code, ended.printed).not.toBe(0);
  expect(ended.printed.split('✓ Tables: up to date\n')[1], ended.printed).toMatch(/^[^\n]+\.\n$/);
  expect(listProcesses()).toEqual([]);
  product = await startProduct({ environment: { LOG_LEVEL: 'warn' } });
  await untilWhole(20);
});

test('parts that stand still during an import are replaced, and it ends well or in one sentence', async () => {
  const frozen = (['server', 'database', ...routers] as const).map((part) => needPart(part).pid);
  const ended = await importWhile(['server', 'database', ...routers], 'SIGSTOP');
  expect(faultOf(ended), ended.printed).toBe('');
  await until(() => frozen.every((pid) => !listProcesses().some((each) => each.pid === pid)), 60);
  await untilWhole(30);
});

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'a supervisor that meets %s ends the import in one sentence and leaves nothing running',
  async (signal) => {
    const { city } = (await readHealth(product.url)) ?? {};
    const ended = await importWhile(['supervisor'], signal);
    expect(faultOf(ended), ended.printed).toBe('');
    await until(() => findPart('supervisor') === undefined, 20, product.printed);
    await until(() => listProcesses().length === 0, 20, product.printed);
    product = await startProduct({ environment: { LOG_LEVEL: 'warn' } });
    await untilWhole(20);
    await wait(200);
    const now = (await readHealth(product.url))?.city;
    expect(now?.counts.addresses).toBeGreaterThan(0);
    expect(ended.code === 0 || isDeepStrictEqual(now?.counts, city?.counts)).toBe(true);
  },
);
