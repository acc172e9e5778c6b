import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { listProcesses } from '../e2e/product.ts';

/** The database of a managed product, as its own processes know it. */
export function databaseUrlOf(dataFolder: string): string {
  const postmaster = listProcesses(dataFolder).find(({ command }) =>
    command.includes('postgres -D'),
  );
  const port = /-c port=(\d+)/.exec(postmaster?.command ?? '')?.[1];
  const password = readFileSync(join(dataFolder, 'postgres-password'), 'utf8').trim();
  return `postgres://firepoint:${encodeURIComponent(password)}@127.0.0.1:${port}/firepoint`;
}

export function openDatabase(dataFolder: string): pg.Pool {
  return new pg.Pool({ connectionString: databaseUrlOf(dataFolder), max: 1 });
}
