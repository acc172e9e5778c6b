import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../sql/test-database.ts';
import { nameTables } from './places/read-gazetteer.ts';
import { settingsTables } from './response/read-settings.ts';
import { graphTables } from './road-graph/load-city.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
}, 60_000);
afterAll(() => db.drop());

const readers: Record<string, { tables: string[]; files: string[] }> = {
  graph: {
    tables: graphTables,
    files: [
      'road-graph/load-roads.sql',
      'road-graph/load-barriers.sql',
      'road-graph/load-obstacles.sql',
      'road-graph/load-water.sql',
      'road-graph/queries.ts',
      'response/read-settings.ts',
    ],
  },
  names: { tables: nameTables, files: ['places/read-names.sql'] },
  settings: { tables: settingsTables, files: ['response/read-settings.ts'] },
};

test.each(Object.entries(readers))(
  'the %s are loaded anew when one of the tables that they come from changes, each of which is watched',
  async (_name, { tables, files }) => {
    const { rows } = await db.pool.query<{ name: string; watched: boolean }>(
      `select relname as name, exists (
         select from pg_trigger where tgrelid = c.oid and tgfoid = 'note_changes'::regproc) as watched
       from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    const text = files
      .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
      .join('\n');
    const read = [...text.matchAll(/\b(?:from|join) ([a-z_]+)/g)].map(([, word]) => word);
    const found = rows.filter(({ name }) => read.includes(name));
    expect(found.length).toBeGreaterThan(1);
    expect(found.map(({ name }) => name).filter((name) => !tables.includes(name))).toEqual([]);
    const watched = rows.filter((row) => row.watched).map(({ name }) => name);
    expect(tables.filter((name) => !watched.includes(name))).toEqual([]);
  },
);
