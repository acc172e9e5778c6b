import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { setCityClock } from './city-clock.ts';
import { hashSources, migrate } from './migrate.ts';
import { openPool } from './pool.ts';

export type TestDatabase = { url: string; pool: pg.Pool; drop: () => Promise<void> };

const lockKey = 4_114_115;

function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Migrating a database takes ten times as long as copying one that is migrated already. */
async function ensureTemplate(admin: pg.Pool, serverUrl: string): Promise<string> {
  const name = `fp_template_${hashSources().slice(0, 16)}`;
  const client = await admin.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      const unready = `${name}_unready`;
      await client.query(`drop database if exists ${unready} with (force)`);
      await client.query(`create database ${unready}`);
      const pool = openPool(urlOf(serverUrl, unready), { max: 1, statementSeconds: 60 });
      await migrate(pool);
      await pool.end();
      await client.query(`alter database ${unready} rename to ${name}`);
    }
    return name;
  } finally {
    // Ends the session, and with it the lock.
    client.release(true);
  }
}

/** A new, migrated database on the server at DATABASE_URL, for one test file; `drop` removes it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = process.env['DATABASE_URL'];
  if (!serverUrl)
    throw new Error('Tests need DATABASE_URL; run them with `npm test`, which starts a database.');
  const name = `fp_test_${randomBytes(6).toString('hex')}`;
  const admin = openPool(serverUrl, { max: 1, statementSeconds: 60 });
  const template = await ensureTemplate(admin, serverUrl);
  // Copying files takes half the time that copying blocks through the log takes.
  await admin.query(`create database ${name} template ${template} strategy file_copy`);
  const url = urlOf(serverUrl, name);
  // A copy has the tables alone.
  const first = openPool(url, { max: 1, statementSeconds: 60 });
  await setCityClock(first);
  await first.end();
  const pool = openPool(url, { max: 5, statementSeconds: 60 });
  return {
    url,
    pool,
    drop: async () => {
      await pool.end();
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
