// Import of a real extract where there is one beside the project, into a database of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '../sql/test-database.ts';
import { printRow } from './measure.ts';

const cli = fileURLToPath(new URL('../data-import/cli.ts', import.meta.url));
const extracts = {
  'inner Hanoi (52,351 nodes)': '../../shared/data/hanoi-core/hanoi-core.osm.pbf',
  'San Francisco (109,159 nodes)': '../../shared/data/sf-downtown/sf-downtown-clipped.osm.pbf',
};

export async function benchImport(): Promise<void> {
  await timeBoth('import, demo city with routing data', ['demo']);
  for (const [name, path] of Object.entries(extracts)) {
    const file = fileURLToPath(new URL(path, import.meta.url));
    if (existsSync(file)) await timeBoth(`import, ${name}`, [file]);
    else printRow(`import, ${name}`, 'skipped: the extract is not here');
  }
}

/** As it is, and without the triggers that note every change for the servers. */
async function timeBoth(name: string, args: string[]): Promise<void> {
  const noted = () => timeImport(args, () => Promise.resolve());
  const unnoted = () =>
    timeImport(args, ({ pool }) => pool.query('drop function note_changes cascade'));
  // Whichever comes first finds the files unread: there and back again.
  const without = [await unnoted()];
  const seconds = [await noted(), await noted()];
  without.push(await unnoted());
  printRow(name, `${mean(seconds).toFixed(1)} s`);
  printRow(
    `${name}, with / without noting changes`,
    `${(mean(seconds) / mean(without)).toFixed(2)} ×`,
  );
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Seconds; throws where the import fails. */
async function timeImport(
  args: string[],
  prepare: (database: TestDatabase) => Promise<unknown>,
): Promise<number> {
  const database = await createTestDatabase();
  await prepare(database);
  const dataFolder = mkdtempSync(join(tmpdir(), 'firepoint-bench-'));
  const started = performance.now();
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, DATABASE_URL: database.url, FIREPOINT_DATA: dataFolder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await once(child, 'exit');
  const seconds = (performance.now() - started) / 1_000;
  await database.drop();
  rmSync(dataFolder, { recursive: true, force: true });
  if (child.exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${child.exitCode}`);
  return seconds;
}
