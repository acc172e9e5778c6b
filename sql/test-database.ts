import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { setCityClock } from './city-clock.ts';
import { hashSources, migrate } from './migrate.ts';
import { openPool } from './pool.ts';

export type TestDatabase = { url: string; pool: pg.Pool; drop: () => Promise<void> };

/** What a database holds besides the tables: filled in once in a run, and copied from then on. */
export type Content = { key: string; fill: (databaseUrl: string) => Promise<void> };

function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Copying files takes half the time that copying blocks through the log takes. */
async function copyDatabase(
  admin: pg.Pool | pg.PoolClient,
  url: string,
  template: string,
): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await admin.query(`create database ${name} template ${template} strategy file_copy`);
  // A copy has the tables alone.
  const first = openPool(url, { max: 1, statementSeconds: 60 });
  await setCityClock(first);
  await first.end();
}

/** The database of this name, made now or by whoever asked before. */
async function ensureTemplate(
  admin: pg.Pool,
  name: string,
  make: (client: pg.PoolClient, unready: string) => Promise<void>,
): Promise<string> {
  const client = await admin.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      const unready = `${name}_unready`;
      await client.query(`drop database if exists ${unready} with (force)`);
      await make(client, unready);
      await client.query(`alter database ${unready} rename to ${name}`);
    }
    return name;
  } finally {
    // Ends the session, and with it the lock.
    client.release(true);
  }
}

/** Migrating a database takes ten times as long as copying one that is migrated already. */
function ensureTables(admin: pg.Pool, serverUrl: string): Promise<string> {
  const name = `fp_template_${hashSources().slice(0, 16)}`;
  return ensureTemplate(admin, name, async (client, unready) => {
    await client.query(`create database ${unready}`);
    const pool = openPool(urlOf(serverUrl, unready), { max: 1, statementSeconds: 60 });
    await migrate(pool);
    await pool.end();
  });
}

async function ensureContent(
  admin: pg.Pool,
  serverUrl: string,
  { key, fill }: Content,
): Promise<string> {
  const tables = await ensureTables(admin, serverUrl);
  const hash = createHash('sha256').update(`${tables} ${key}`).digest('hex');
  return ensureTemplate(admin, `fp_filled_${hash.slice(0, 16)}`, async (client, unready) => {
    const url = urlOf(serverUrl, unready);
    await copyDatabase(client, url, tables);
    await fill(url);
  });
}

/** A new, migrated database on the server at DATABASE_URL, for one test file; `drop` removes it. */
export async function createTestDatabase(content?: Content): Promise<TestDatabase> {
  const serverUrl = process.env['DATABASE_URL'];
  if (!serverUrl)
    throw new Error('Tests need DATABASE_URL; run them with `npm test`, which starts a database.');
  const name = `fp_test_${randomBytes(6).toString('hex')}`;
  const admin = openPool(serverUrl, { max: 1, statementSeconds: 60 });
  const template = content
    ? await ensureContent(admin, serverUrl, content)
    : await ensureTables(admin, serverUrl);
  const url = urlOf(serverUrl, name);
  await copyDatabase(admin, url, template);
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
