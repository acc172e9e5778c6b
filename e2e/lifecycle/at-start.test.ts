// A first start that is cut short, and places where the product cannot live: it ends in a working
// product or in one clear sentence, and nothing is left running.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { startLoad } from '../load.ts';
import { findPart, isWhole, needPart, parts, until, type Part } from '../outage.ts';
import {
  describeEnvironment,
  productFolder,
  listProcesses,
  runFirepoint,
  startProduct,
  type RunningProduct,
} from '../product.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fp-start-'));
  chmodSync(folder, 0o755);
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A data folder on a disk of its own; undefined where this machine lets us mount none. */
function makeSmallDisk(megabytes: number): string | undefined {
  const folder = makeDataFolder();
  const options = `size=${megabytes}m,mode=0755`;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', folder]);
  if (status !== 0) return undefined;
  undo.push(() => spawnSync('umount', ['--lazy', folder]));
  return folder;
}

async function start(
  dataFolder: string,
  environment: Record<string, string> = {},
): Promise<RunningProduct> {
  const product = await startProduct({
    dataFolder,
    environment: { LOG_LEVEL: 'warn', ...environment },
  });
  undo.push(() => product.stop());
  return product;
}

/** Made faster than the city of a first start: as few houses as there can be. */
const smallCity = ['demo', '--replace', '--houses', '400'];

async function startWithSmallCity(
  dataFolder: string,
  environment: Record<string, string> = {},
): Promise<RunningProduct> {
  const made = await runFirepoint(smallCity, await describeEnvironment(dataFolder));
  expect(made.code, made.printed).toBe(0);
  return start(dataFolder, environment);
}

const nothingIsLeft = (dataFolder: string) =>
  until(() => listProcesses(dataFolder).length === 0, 20);

/** Sends each part the signal, once, when it is first seen; answers with those that were met. */
async function meetEachPart(
  name: NodeJS.Signals,
  dataFolder: string,
  over: AbortSignal,
): Promise<Part[]> {
  const met: Part[] = [];
  while (!over.aborted) {
    for (const part of Object.keys(parts) as Part[]) {
      const found =
        part === 'supervisor' || met.includes(part) ? undefined : findPart(part, dataFolder);
      if (!found || found.command.startsWith('setpriv')) continue;
      process.kill(found.pid, name);
      met.push(part);
    }
    await wait(20);
  }
  return met;
}

describe('a first start', () => {
  test('cut short at any moment leaves nothing running, and the next one works', async () => {
    const dataFolder = makeDataFolder();
    for (const milliseconds of [300, 900, 1_800, 3_000])
      for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
        // A port each: one that nobody holds for as long as all of them take may be another program's by then.
        const begun = runFirepoint(['start'], await describeEnvironment(dataFolder));
        let saidAtEnd: string | undefined;
        void begun.then(({ printed }) => (saidAtEnd = printed));
        await wait(milliseconds);
        // Later on a machine that is busy.
        await until(
          () => saidAtEnd !== undefined || findPart('supervisor', dataFolder) !== undefined,
          20,
        );
        expect(saidAtEnd, 'it ended before it was cut short').toBeUndefined();
        process.kill(needPart('supervisor', dataFolder).pid, signal);
        const { code, printed } = await begun;
        // One whose server stood already was only told to stop.
        expect(code === 0 && !printed.includes('Stopping …'), printed).toBe(false);
        await nothingIsLeft(dataFolder);
      }
    const product = await start(dataFolder);
    await until(() => isWhole(product.url), 20, product.printed);
    expect(product.launcher.exitCode).toBeNull();
  });

  test('on a disk that is full ends in one clear sentence', async (context) => {
    const dataFolder = makeSmallDisk(20);
    if (!dataFolder) return context.skip('this machine lets us mount no small disk');
    const environment = await describeEnvironment(dataFolder);
    const { code, printed } = await runFirepoint(['start'], environment);
    expect(code).toBe(1);
    expect(printed.trim().split('\n').at(-1)).toMatch(/^The disk that holds .* has \d+ MB free; /);
    expect(printed).not.toMatch(/^\s+at /m);
    await nothingIsLeft(dataFolder);
  });
});

describe('a start', () => {
  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'whose parts meet %s as soon as they appear ends in a working product or in one sentence',
    async (signal) => {
      const dataFolder = productFolder;
      const over = new AbortController();
      undo.push(() => over.abort());
      const met = meetEachPart(signal, dataFolder, over.signal);
      const begun = await start(dataFolder).catch((error: Error) => error.message.trim());
      const said = typeof begun === 'string' ? begun : '';
      expect(said).not.toMatch(/^\s+at /m);
      expect(said.split('\n').at(-1)).toMatch(/^$|^[^\s].*\.$/);
      if (typeof begun !== 'string') await until(() => isWhole(begun.url), 30, begun.printed);
      over.abort();
      expect((await met).length).toBeGreaterThan(0);
      if (typeof begun !== 'string') return;
      await nothingIsLeft(dataFolder);
      const product = await start(dataFolder);
      await until(() => isWhole(product.url), 20, product.printed);
    },
  );
});

test('a database that stands still before its first answer is replaced, and the start ends well', async () => {
  const begun = start(productFolder);
  await until(() => findPart('database') !== undefined, 20);
  const frozen = needPart('database');
  process.kill(frozen.pid, 'SIGSTOP');
  const product = await begun;
  await until(() => isWhole(product.url), 20, product.printed);
  expect(needPart('database').pid).not.toBe(frozen.pid);
  expect(product.printed()).toContain('PostgreSQL stands still');
});

describe('a running product', () => {
  test('whose disk fills up goes on answering, and works again when there is room', async (context) => {
    const dataFolder = makeSmallDisk(700);
    if (!dataFolder) return context.skip('this machine lets us mount no small disk');
    const product = await startWithSmallCity(dataFolder);
    await until(() => isWhole(product.url), 20, product.printed);
    const { bavail, bsize } = statfsSync(dataFolder);
    const filler = join(dataFolder, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(bavail * bsize + 1))).toThrow('ENOSPC');
    const load = await startLoad(product.url);
    const failing = await runFirepoint(
      [...smallCity, '--seed', '5'],
      await describeEnvironment(dataFolder),
    );
    expect(failing.code).toBe(1);
    expect(failing.printed).not.toMatch(/^\s+at /m);
    await until(() => isWhole(product.url), 30, product.printed);
    const { wrong, answered } = await load.stop();
    expect(wrong).toEqual([]);
    expect(answered).toBeGreaterThan(0);
    rmSync(filler);
    const again = await runFirepoint(smallCity, await describeEnvironment(dataFolder));
    expect(again.code, again.printed).toBe(0);
  });

  test('does not mind that the clock is set back, or forward', async (context) => {
    const machine = { x64: 'x86_64', arm64: 'aarch64' }[process.arch as string];
    const library = `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`;
    const dataFolder = makeDataFolder();
    const clock = join(dataFolder, 'clock');
    const setClock = (offset: string): void => writeFileSync(clock, `${offset}\n`);
    setClock('+0');
    const environment = {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    };
    if (!existsSync(library)) return context.skip('libfaketime is not installed');
    const product = await startWithSmallCity(dataFolder, environment);
    await until(() => isWhole(product.url), 20, product.printed);
    const load = await startLoad(product.url);
    for (const offset of ['-2h', '+3h', '-1d']) {
      setClock(offset);
      await wait(500);
      const { pid } = needPart('OSRM of the large engines', dataFolder);
      process.kill(pid, 'SIGKILL');
      const next = () => findPart('OSRM of the large engines', dataFolder)?.pid;
      await until(() => ![undefined, pid].includes(next()), 20, product.printed);
      await until(() => isWhole(product.url), 20, product.printed);
    }
    const { wrong, failed, answered } = await load.stop();
    expect({ wrong, failed }).toEqual({ wrong: [], failed: [] });
    expect(answered).toBeGreaterThan(0);
  });
});
