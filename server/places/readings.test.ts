import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { createPlaceSearch } from './search.ts';

type Case = {
  id: string;
  input: string;
  expected: { house_number: string | null; city: string; street: unknown; district: unknown };
};

const casesFile = new URL('../../../shared/domain/addresses.json', import.meta.url);
const hasCases = existsSync(casesFile);
const cases: Case[] = hasCases
  ? JSON.parse(readFileSync(casesFile, 'utf8'))
  : [
      {
        id: 'skipped:',
        input: '../shared/domain/addresses.json is not here',
        expected: { house_number: null, city: '', street: null, district: null },
      },
    ];

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);

afterAll(() => database.drop());

describe.skipIf(!hasCases)('with nothing loaded but the code lists', () => {
  test.each(cases)('reads $id $input', async ({ input, expected }) => {
    const { house_number: house, city, street, district } = expected;
    const [reading] = await createPlaceSearch(database.pool).readings(input);
    expect(reading).toMatchObject({ house_number: house, city, street, district });
  });
});
