// Brings a database to the shape of this source: tables first, then code lists, then functions.
// Tables are append-only history (migrations/), applied once each; functions and code lists are
// source, applied again whenever their text changed. One advisory lock: two servers may start at once.

import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { setCityClock } from './city-clock.ts';
import { inTransaction } from './pool.ts';

const folder = new URL('./', import.meta.url);
const lockKey = 4_114_114;

function listFiles(name: string, extension: string): { name: string; url: URL }[] {
  return readdirSync(new URL(`${name}/`, folder))
    .filter((file) => file.endsWith(extension))
    .toSorted()
    .map((file) => ({ name: `${name}/${file}`, url: new URL(`${name}/${file}`, folder) }));
}

function listSources(): { name: string; url: URL }[] {
  return [
    ...listFiles('migrations', '.sql'),
    ...listFiles('codes', '.csv'),
    ...listFiles('functions', '.sql'),
  ];
}

/** Hex; another one for every shape and content that `migrate` would bring a new database to. */
export function hashSources(): string {
  const hash = createHash('sha256');
  for (const { name, url } of listSources()) hash.update(`${name} ${hashFile(url)}\n`);
  return hash.digest('hex');
}

function hashFile(url: URL): string {
  return createHash('sha256').update(readFileSync(url)).digest('hex');
}

async function readApplied(client: pg.PoolClient): Promise<Map<string, string>> {
  await client.query(`create table if not exists applied_sql
    (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
  await client.query(
    `comment on table applied_sql is 'Which migration, code list and function file stands in this database'`,
  );
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from applied_sql',
  );
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

async function applyCodeList(client: pg.PoolClient, name: string, url: URL): Promise<void> {
  const table = name.slice('codes/'.length, -'.csv'.length);
  const header = readFileSync(url, 'utf8').split('\n', 1)[0] ?? '';
  const names = header.split(',').map((column) => column.trim());
  const columns = names.map((column) => client.escapeIdentifier(column));
  const quoted = client.escapeIdentifier(table);
  const { rows: textColumns } = await client.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and data_type = 'text' and column_name = any($2)`,
    [table, names],
  );
  await client.query(`delete from ${quoted}`);
  await pipeline(
    createReadStream(url),
    client.query(
      copyFrom(
        `copy ${quoted} (${columns.join(',')}) from stdin
         (format csv, header true, force_not_null (${textColumns.map(({ name: column }) => column).join(',')}))`,
      ),
    ),
  );
}

/** Applies what is new or changed; returns the names applied. Throws when an applied migration was edited. */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  return inTransaction(pool, async (client) => {
    await client.query('set local statement_timeout = 0');
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    for (const extension of ['postgis', 'pg_trgm', 'unaccent'])
      await client.query(`create extension if not exists ${extension}`);
    const applied = await readApplied(client);
    const done: string[] = [];
    for (const { name, url } of listSources()) {
      const sha256 = hashFile(url);
      if (applied.get(name) === sha256) continue;
      if (name.startsWith('migrations/') && applied.has(name))
        throw new Error(`${name} was edited after it was applied; add a new migration instead`);
      if (name.startsWith('codes/')) await applyCodeList(client, name, url);
      else await client.query(readFileSync(url, 'utf8'));
      await client.query(
        `insert into applied_sql (name, sha256) values ($1, $2)
         on conflict (name) do update set sha256 = excluded.sha256, applied_at = now()`,
        [name, sha256],
      );
      done.push(name);
    }
    await setCityClock(client);
    return done;
  });
}
