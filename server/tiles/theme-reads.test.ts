import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { readCatalog } from './catalog.ts';
import { insertInventedCity } from './invented-city.ts';
import { tileAt } from './read-mvt-for-test.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertInventedCity(db.pool);
}, 60_000);
afterAll(() => db.drop());

type Source = { schema: string; name: string; source: string };

/** Tables named in the source of a theme's function, or of a function that it calls. */
async function findTables(theme: string): Promise<string[]> {
  const { rows: functions } = await db.pool.query<Source>(
    `select n.nspname as schema, p.proname as name, p.prosrc as source from pg_proc p
     join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'tiles' or (n.nspname = 'public' and p.probin is null
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e'))`,
  );
  const { rows: tables } = await db.pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm')`,
  );
  const known = new Set(tables.map(({ name }) => name));
  const found = new Set<string>();
  const visited = new Set<string>();
  const visit = ({ schema, name, source }: Source): void => {
    if (visited.has(`${schema}.${name}`)) return;
    visited.add(`${schema}.${name}`);
    const code = source.replaceAll(/--.*$/gm, '').replaceAll(/'[^']*'/g, '');
    for (const [, word = ''] of code.matchAll(/(?<![\w.])([a-z_]\w*)(?!\s*\(|\w|\.)/g))
      if (known.has(word)) found.add(word);
    for (const [, prefix, word] of code.matchAll(/(tiles\.)?\b([a-z_]\w*)\s*\(/g))
      for (const callee of functions)
        if (callee.name === word && (callee.schema === 'tiles') === (prefix !== undefined))
          visit(callee);
  };
  for (const one of functions) if (one.schema === 'tiles' && one.name === theme) visit(one);
  return [...found].toSorted();
}

describe('what a theme says it reads', () => {
  test('is every table that its function reads, and no other', async () => {
    const { tilesets } = await readCatalog(db.pool);
    expect(tilesets.size).toBeGreaterThan(8);
    for (const [theme, { reads }] of tilesets)
      expect({ theme, reads: Object.keys(reads ?? {}).toSorted() }).toEqual({
        theme,
        reads: await findTables(theme),
      });
  });

  test('is watched, so that its changes are heard of', async () => {
    const { tilesets } = await readCatalog(db.pool);
    const reads = [...tilesets.values()].flatMap((info) => Object.keys(info.reads ?? {}));
    const { rows } = await db.pool.query<{ name: string }>(
      `select distinct tgrelid::regclass::text as name from pg_trigger where tgfoid = 'note_changes'::regproc`,
    );
    const watched = rows.map(({ name }) => name);
    expect([...new Set(reads)].filter((table) => !watched.includes(table))).toEqual([]);
  });

  test('is noticed when it is left out, also when a function that is called reads it', async () => {
    await db.pool.query(`
      create function count_things() returns bigint language sql stable as 'select count(*) from barriers';
      create function tiles.spy(z integer, x integer, y integer, params jsonb default '{}') returns bytea
        language sql stable as 'select null::bytea from streets s -- roads
          where count_things() > 0'`);
    expect(await findTables('spy')).toEqual(['barriers', 'streets']);
    await db.pool.query('drop function tiles.spy; drop function count_things');
  });

  test('shows in no tile above the zoom that it names, and does show at the deepest', async () => {
    const { tilesets } = await readCatalog(db.pool);
    for (const [theme, { reads }] of tilesets)
      for (const [table, fromZoom] of Object.entries(reads ?? {})) {
        const [above, deepest] = await changesWithout(theme, table, [fromZoom - 1, 17]);
        expect({ theme, table, above, deepest }).toEqual({
          theme,
          table,
          above: false,
          deepest: true,
        });
      }
  });
});

/** Whether the tiles around the centre are others, per zoom, when a table is empty. */
async function changesWithout(theme: string, table: string, zooms: number[]): Promise<boolean[]> {
  const client = await db.pool.connect();
  const hash = async (z: number): Promise<string> => {
    const { x, y } = tileAt(z);
    const { rows } = await client.query<{ hash: string }>(
      `select md5(string_agg(tiles.${theme}($1, x, y), '' order by x, y)) as hash
       from generate_series($2 - 1, $2 + 1) x, generate_series($3 - 1, $3 + 1) y`,
      [z, x, y],
    );
    return rows[0]!.hash;
  };
  try {
    await client.query('begin');
    const before: string[] = [];
    for (const z of zooms) before.push(await hash(z));
    await client.query(`set local session_replication_role = replica`);
    await client.query(`delete from ${table}`);
    const after: string[] = [];
    for (const z of zooms) after.push(await hash(z));
    return before.map((value, index) => value !== after[index]);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
