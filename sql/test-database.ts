import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { migrate } from './migrate.ts';
import { openPool } from './pool.ts';

export type TestDatabase = { url: string; pool: pg.Pool; drop: () => Promise<void> };

/** A new, migrated database on the server at DATABASE_URL, for one test file; `drop` removes it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = process.env['DATABASE_URL'];
  if (!serverUrl)
    throw new Error('Tests need DATABASE_URL; run them with `npm test`, which starts a database.');
  const name = `fp_test_${randomBytes(6).toString('hex')}`;
  const admin = openPool(serverUrl, { max: 1, statementSeconds: 60 });
  await admin.query(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const pool = openPool(url.href, { max: 5, statementSeconds: 60 });
  await migrate(pool);
  return {
    url: url.href,
    pool,
    drop: async () => {
      await pool.end();
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
