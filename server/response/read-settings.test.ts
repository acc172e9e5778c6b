import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { createSettingsReader } from './read-settings.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('settings that are forgotten while they are read serve who asked, and are read anew for the next', async () => {
  const { readSettings, forgetSettings } = createSettingsReader(database.pool);
  const before = readSettings();
  forgetSettings();
  await database.pool.query(`update parameters set value = '77' where parameter = 'turnout'`);
  expect((await before).parameters.number('turnout')).toBeGreaterThan(0);
  const after = (await readSettings()).parameters.number('turnout');
  expect(after).toBe(77);
});
