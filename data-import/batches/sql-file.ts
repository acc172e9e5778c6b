import { readFile } from 'node:fs/promises';
import type pg from 'pg';

/** Runs a file of several statements; its header says which tables it reads and makes. */
export async function runSqlFile(client: pg.PoolClient, url: URL): Promise<void> {
  const text = await readFile(url, 'utf8');
  try {
    await client.query(text);
  } catch (cause) {
    throw new Error(`${url.pathname.split('/').slice(-2).join('/')} failed`, { cause });
  }
}
