// Imports that meet one another, or are cut short: the old data is served, the next try works, one sentence says why.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dumpServed, house, openTown, writeTown, type Town } from './batches/town-for-test.ts';

const cli = new URL('cli.ts', import.meta.url).pathname;

let town: Town;
let newer: string;
beforeEach(async () => {
  town = await openTown({});
  newer = join(town.bench.folder, 'newer.osm');
  writeTown(newer, { nodes: { h2: null, h4: house('4A', [20, 8]), h9: house('9', [40, 8]) } });
}, 60_000);
afterEach(() => town.bench.close());

type Run = { child: ChildProcess; ended: Promise<{ code: number | null; said: string[] }> };

/** The command line of imports, optionally unable to write files above some kilobytes, as on a disk that is full. */
function run(
  words: string[],
  {
    databaseUrl = town.bench.url,
    mostKilobytes,
    path = process.env['PATH'],
  }: { databaseUrl?: string; mostKilobytes?: number; path?: string | undefined } = {},
): Run {
  const command =
    mostKilobytes === undefined ? 'exec "$0" "$@"' : `ulimit -f ${mostKilobytes}; exec "$0" "$@"`;
  const child = spawn('bash', ['-c', command, process.execPath, cli, ...words], {
    env: {
      ...process.env,
      PATH: path,
      DATABASE_URL: databaseUrl,
      FIREPOINT_DATA: join(town.bench.folder, 'data'),
      OSRM_BIN: undefined,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      printed += text.toString();
    });
  const ended = once(child, 'close').then(() => ({
    code: child.exitCode,
    said: printed.trim().split('\n'),
  }));
  return { child, ended };
}

/** What an import says last that fails; it shows no stack. */
async function lastWords({ ended }: Run): Promise<string | undefined> {
  const { code, said } = await ended;
  expect(said.filter((line) => /^\s+at /.test(line))).toEqual([]);
  expect(code).toBe(1);
  return said.at(-1);
}

/** Holds an import where it has merged streets and comes to the roads, while `work` is done. */
async function whileMerging(
  words: string[],
  work: (run: Run) => Promise<void>,
  lockMode = 'share',
): Promise<void> {
  const holder = await town.bench.pool.connect();
  try {
    await holder.query('begin');
    await holder.query(`lock table roads in ${lockMode} mode`);
    const begun = run(words);
    await expect
      .poll(
        () =>
          town.bench.rows(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          ),
        { timeout: 60_000 },
      )
      .toHaveLength(1);
    await work(begun);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

const roadsToo = (file: string): void =>
  writeTown(file, {
    nodes: { h2: null, e: [-50, 0], f: [-50, 60] },
    moreWays: [{ id: 40, nodes: ['e', 'f'], tags: { highway: 'residential', name: 'Phố Thêm' } }],
  });

test('an import killed in the middle of its merge changes nothing, and the next one works', async () => {
  roadsToo(newer);
  const before = await dumpServed(town);
  await whileMerging([newer], async ({ child, ended }) => {
    child.kill('SIGKILL');
    await ended;
    expect(await dumpServed(town)).toEqual(before);
    const again = await run([newer, '--dry-run']).ended;
    expect(again.said.at(-1)).toBe('Preview: nothing was changed.');
    expect(await dumpServed(town)).toEqual(before);
  });
  const { code, said } = await run([newer]).ended;
  expect({ code, last: said.at(-1) }).toEqual({ code: 0, last: 'Done.' });
  expect(await town.bench.rows('select status, report from import_batches where id = 2')).toEqual([
    { status: 'failed', report: { ended: 'killed' } },
  ]);
}, 120_000);

test('an import that is killed or told to end at any moment leaves the old data or the new, and the next one works', async () => {
  const before = await dumpServed(town);
  const moments = [
    [200, 'SIGKILL'],
    [700, 'SIGTERM'],
    [1_400, 'SIGKILL'],
    [2_200, 'SIGTERM'],
  ] as const;
  for (const [milliseconds, signal] of moments) {
    const begun = run([newer]);
    await wait(milliseconds);
    begun.child.kill(signal);
    await begun.ended;
    // One that was quick enough has changed everything; house 9 stands for it.
    const served = await dumpServed(town);
    const isOld = JSON.stringify(served) === JSON.stringify(before);
    expect(isOld || '9' in (await town.houses())).toBe(true);
  }
  const { code, said } = await run([newer]).ended;
  expect(code, said.join('\n')).toBe(0);
  expect(Object.keys(await town.houses()).toSorted()).toEqual(['4A', '6', '8', '9']);
}, 120_000);

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'the reading of the map ends with an import that meets %s',
  async (signal) => {
    const bin = join(town.bench.folder, 'bin');
    mkdirSync(bin);
    const pidFile = join(bin, 'pid');
    const reader = `#!/bin/sh\necho $$ > ${pidFile}\nexec sleep 60\n`;
    writeFileSync(join(bin, 'osm2pgsql'), reader, { mode: 0o755 });
    const { child, ended } = run([newer], { path: `${bin}:${process.env['PATH']}` });
    const readPid = () => (existsSync(pidFile) ? readFileSync(pidFile, 'utf8').trim() : '');
    await expect.poll(readPid, { timeout: 20_000 }).not.toBe('');
    const command = `/proc/${readPid()}/cmdline`;
    child.kill(signal);
    await ended;
    const isThere = () => existsSync(command) && readFileSync(command, 'utf8') !== '';
    await expect.poll(isThere, { timeout: 5_000 }).toBe(false);
  },
);

test('what a killed import left at work in the database does not hold up the next one', async () => {
  await town.bench.rows('create schema staging');
  const orphan = await town.bench.pool.connect();
  const heard: string[] = [];
  orphan.on('error', ({ message }) => heard.push(message));
  await orphan.query('begin');
  await orphan.query('create table staging.rest ()');
  const { code, said } = await run([newer]).ended;
  expect({ code, last: said.at(-1) }).toEqual({ code: 0, last: 'Done.' });
  expect(heard[0]).toContain('terminating connection');
  orphan.release(true);
}, 30_000);

test('an import that stands still in its merge keeps others out, and goes on when it is let', async () => {
  roadsToo(newer);
  const before = await dumpServed(town);
  let begun: Run | undefined;
  await whileMerging([newer], async (held) => {
    begun = held;
    held.child.kill('SIGSTOP');
    expect(await lastWords(run([newer]))).toMatch(/^Another import is running; /);
    expect(await dumpServed(town)).toEqual(before);
  });
  begun?.child.kill('SIGCONT');
  const { code, said } = (await begun?.ended) ?? { code: null, said: [] };
  expect({ code, last: said.at(-1) }).toEqual({ code: 0, last: 'Done.' });
}, 120_000);

test('of two imports the second waits a little, then says that another one is running', async () => {
  roadsToo(newer);
  await whileMerging([newer], async () => {
    expect(await lastWords(run([newer]))).toMatch(
      /^Another import is running; wait until it has ended and try again\.$/,
    );
  });
  // The first one goes on as if nothing had been; then short ones follow one another, or say so.
  await expect.poll(async () => (await town.houses())['2'], { timeout: 60_000 }).toBeUndefined();
  const both = await Promise.all([run([newer]).ended, run([newer]).ended]);
  expect(both.map(({ code }) => code)).toContain(0);
  for (const { said } of both)
    expect(said.at(-1)).toMatch(/^(Nothing changed|Another import is running; .* try again)\.$/);
}, 120_000);

test('a connection that is cut in the middle of a merge ends it in one sentence', async () => {
  roadsToo(newer);
  const before = await dumpServed(town);
  await whileMerging([newer], async (begun) => {
    await town.bench.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and application_name = 'firepoint' and wait_event_type = 'Lock'`,
    );
    expect(await lastWords(begun)).toMatch(
      /^The database (was shut down|went away) during the import; .*\.$/,
    );
    expect(await dumpServed(town)).toEqual(before);
  });
  expect((await run([newer]).ended).code).toBe(0);
}, 120_000);

test('a connection that is cut once the new data is in force is not told as if the old one were', async () => {
  roadsToo(newer);
  // The merge passes this lock, the statistics that are gathered after it do not.
  const mode = 'share update exclusive';
  await whileMerging([newer], endConnection, mode);
  expect((await run([newer]).ended).said.at(-1)).toBe('Nothing changed.');
}, 120_000);

async function endConnection(begun: Run): Promise<void> {
  await town.bench.rows(
    `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and application_name = 'firepoint' and wait_event_type = 'Lock'`,
  );
  expect(await lastWords(begun)).toMatch(
    /^The change is in force, but what follows it was not finished \(.*\); `npm run import -- osrm` makes up for it\.$/,
  );
  expect(Object.keys(await town.houses())).not.toContain('2');
}

test('a disk without room for the file of the city leaves the old one in force', async () => {
  const before = await dumpServed(town);
  expect(await lastWords(run([newer], { mostKilobytes: 1 }))).toMatch(
    /^newer\.osm cannot be kept in .* \(the disk is full\); nothing was changed\.$/,
  );
  expect(await dumpServed(town)).toEqual(before);
  const { code, said } = await run([newer]).ended;
  expect({ code, last: said.at(-1) }).toEqual({ code: 0, last: 'Done.' });
}, 120_000);

test('a disk without room for the demo city says so in one sentence', async () => {
  expect(
    await lastWords(run(['demo', '--replace', '--houses', '500'], { mostKilobytes: 20 })),
  ).toMatch(/^The disk is full; the old data stays in force\. Make room and try again\.$/);
}, 120_000);

const changed = (change: Partial<URL>) =>
  run([newer], { databaseUrl: Object.assign(new URL(town.bench.url), change).href });

test('a database that cannot be reached, or refuses us, is told in one sentence', async () => {
  expect(await lastWords(changed({ port: '1' }))).toMatch(
    /is not reachable: nothing listens there\.$/,
  );
  expect(await lastWords(changed({ pathname: '/none' }))).toBe(
    'The database that DATABASE_URL names does not exist.',
  );
  for (const wrong of [{ username: 'nobody' }, { password: 'wrong' }])
    expect(await lastWords(changed(wrong))).toMatch(
      /^The database refuses the user .*DATABASE_URL\.$/,
    );
}, 120_000);

test('a data folder that lost the file of the city gets it back by importing the city again', async () => {
  const file = join(town.bench.folder, 'town.osm');
  const kept = join(town.bench.folder, 'data/osm');
  rmSync(kept, { recursive: true });
  expect((await run([file]).ended).said.at(-1)).toBe('Done.');
  expect(readdirSync(kept)).toHaveLength(1);
}, 120_000);
