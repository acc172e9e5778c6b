import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryFiles } from './query-file.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

// Loading what declares query files registers them.
const features = new URL('../server/', import.meta.url);
const modules = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter(
  (file) =>
    file.endsWith('.ts') && readFileSync(new URL(file, features), 'utf8').includes('defineQuery('),
);
for (const file of modules) await import(new URL(file, features).href);

describe('every query file', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());

  it('is declared by some feature', () => {
    const declared = new Set(queryFiles.map(({ url }) => url.href));
    const present = readdirSync(features, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.sql'))
      .map((file) => new URL(file, features).href);
    expect(present.filter((href) => !declared.has(href))).toEqual([]);
    expect(present.length).toBeGreaterThan(5);
  });

  it.each(queryFiles.map((query) => [query.url.pathname.split('/server/')[1], query] as const))(
    '%s is valid SQL with the parameters and columns it declares',
    async (name, { text, parameterCount, row }) => {
      const client = await test.pool.connect();
      try {
        const statement = `check_${name!.replaceAll(/\W/g, '_')}`;
        await client.query(`prepare ${statement} as ${text}`);
        const { rows } = await client.query<{ count: number }>(
          'select cardinality(parameter_types)::int as count from pg_prepared_statements where name = $1',
          [statement],
        );
        expect(rows[0]!.count).toBe(parameterCount);
        const nulls = Array.from({ length: parameterCount }, () => 'null').join(', ');
        const result = await client.query(
          `execute ${statement}${parameterCount === 0 ? '' : `(${nulls})`}`,
        );
        const columns = result.fields.map((field) => field.name);
        expect(columns.toSorted()).toEqual(Object.keys(row.shape).toSorted());
      } finally {
        client.release();
      }
    },
  );
});
