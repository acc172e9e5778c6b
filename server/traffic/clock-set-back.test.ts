// Traffic that was kept before the database's clock was set back.

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { bringBackToNow } from '../database-clock/queries.ts';
import { keepTraffic, readTraffic } from './queries.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);
afterAll(() => database.drop());
beforeEach(async () => {
  await database.pool.query('truncate traffic_speeds');
  await database.pool.query(
    `insert into traffic_speeds (from_node, to_node, kmh, at, source, kind) values
     (3, 10, 3, now() + interval '5 h', 'VOV', 'feed'),
     (10, 3, 4, now() + interval '5 h', 'VOV', 'feed')`,
  );
});

const seen = async () => (await readTraffic(database.pool, { validMinutes: 10, limit: 9 })).seen;

it('a speed from before the clock was set back gives way to any that its source says since', async () => {
  const row = { from: 3, to: 10, kmh: 45, at: new Date(Date.now() - 5_000), source: 'VOV' };
  const batch = { kind: 'feed' as const, rows: [row] };
  const limits = { validMinutes: 10, maxSources: 50 };
  expect(await keepTraffic(database.pool, batch, limits)).toBe(1);
  expect((await seen()).find(({ from }) => from === 3)).toMatchObject({ kmh: 45 });
  const older = { ...row, at: new Date(Date.now() - 60_000) };
  expect(await keepTraffic(database.pool, { ...batch, rows: [older] }, limits)).toBe(0);
});

it('a speed from before the clock was set back ages from when that is noticed', async () => {
  await bringBackToNow(database.pool);
  const ages = (await seen()).map(({ at }) => Date.now() - at);
  expect(ages.filter((age) => age > -1_000 && age < 60_000)).toHaveLength(2);
});
