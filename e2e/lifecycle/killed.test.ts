// Every part of the product met by every signal while people work with it: it comes back by
// itself, no answer is wrong, and nothing of it is left behind.

import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startLoad, type Load } from '../load.ts';
import { findPart, isWhole, needPart, until, type Part } from '../outage.ts';
import { listProcesses, startProduct, type RunningProduct } from '../product.ts';

let product: RunningProduct;
let load: Load | undefined;

beforeAll(async () => {
  product = await startProduct({ environment: { LOG_LEVEL: 'warn' } });
  await untilWhole(20);
});
afterEach(async () => {
  await load?.stop();
  load = undefined;
});
afterAll(() => product.stop());

const untilWhole = (seconds: number) => until(() => isWhole(product.url), seconds, product.printed);

/** What went wrong once the product was whole again, in a second of load, and anything said wrongly before. */
async function troublesAfterRecovery(seconds: number): Promise<string[]> {
  await untilWhole(seconds);
  const since = performance.now();
  await wait(1_000);
  const { wrong, failed, answered } = await load!.stop();
  const late = failed.filter(({ at }) => at > since).map(({ what }) => what);
  return [...wrong, ...late, ...(answered === 0 ? ['nothing was answered'] : [])];
}

/** How many processes the user of that one may have, as the kernel counts them. */
function limitProcesses(pid: number, most = 'unlimited'): void {
  // Only its own user may, where root is root of a container.
  const { uid, gid } = statSync(`/proc/${pid}`);
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--nproc=${most}:`], {
    uid,
    gid,
  });
  expect(status, String(stderr)).toBe(0);
}

const tolerated: Part[] = [
  'server',
  'database',
  'OSRM of the large engines',
  'OSRM of the small engines',
  'OSRM of the motorbikes',
];
const deadly = tolerated.flatMap((part) =>
  (['SIGTERM', 'SIGKILL'] as const).map((signal) => [part, signal] as const),
);

test.each(deadly)('%s met by %s under load is started again', async (part, signal) => {
  load = await startLoad(product.url);
  await wait(300);
  const { pid } = needPart(part);
  process.kill(pid, signal);
  await until(() => ![undefined, pid].includes(findPart(part)?.pid), 20, product.printed);
  expect(await troublesAfterRecovery(20)).toEqual([]);
});

test('parts that stand still under load are replaced', async () => {
  await untilWhole(20);
  load = await startLoad(product.url);
  // Who has not answered yet may still be loading; after a look or two nobody takes silence for that.
  await wait(1_500);
  const frozen = tolerated.map((part) => [part, needPart(part).pid] as const);
  for (const [, pid] of frozen) process.kill(pid, 'SIGSTOP');
  for (const [part, pid] of frozen)
    await until(
      () => ![undefined, pid].includes(findPart(part)?.pid),
      60,
      () => `${part} ${pid} is still there; ${product.printed()}`,
    );
  expect(await troublesAfterRecovery(20)).toEqual([]);
});

test('a supervisor that stood still harms nothing that went on meanwhile', async () => {
  load = await startLoad(product.url);
  const { pid } = needPart('supervisor');
  const before = tolerated.map((part) => needPart(part).pid);
  process.kill(pid, 'SIGSTOP');
  await wait(3_000);
  process.kill(pid, 'SIGCONT');
  await wait(2_000);
  expect(tolerated.map((part) => needPart(part).pid)).toEqual(before);
  const { wrong, failed } = await load.stop();
  expect({ wrong, failed }).toEqual({ wrong: [], failed: [] });
});

test('a database without memory for another connection is waited for', async () => {
  load = await startLoad(product.url);
  const { pid } = needPart('database');
  const hard = /^Max processes\s+\S+\s+(\S+)/m.exec(
    readFileSync(`/proc/${pid}/limits`, 'utf8'),
  )?.[1];
  limitProcesses(pid, '1');
  process.kill(needPart('server').pid, 'SIGKILL');
  await wait(3_000);
  limitProcesses(pid, hard);
  expect(await troublesAfterRecovery(20)).toEqual([]);
});

test('SIGKILL of the supervisor under load leaves no process behind, and the next start works', async () => {
  load = await startLoad(product.url);
  await wait(300);
  process.kill(needPart('supervisor').pid, 'SIGKILL');
  await until(() => listProcesses().length === 0, 20, product.printed);
  expect((await load.stop()).wrong).toEqual([]);
  product = await startProduct({ environment: { LOG_LEVEL: 'warn' } });
  await untilWhole(20);
});

test('SIGTERM ends everything under load, and leaves no process behind', async () => {
  load = await startLoad(product.url);
  await wait(300);
  process.kill(needPart('supervisor').pid, 'SIGTERM');
  await until(() => product.launcher.exitCode !== null, 20, product.printed);
  expect(product.launcher.exitCode).toBe(0);
  expect(listProcesses()).toEqual([]);
  const { wrong } = await load.stop();
  expect(wrong).toEqual([]);
});
