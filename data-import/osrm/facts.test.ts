// Measures of a class that a city left out: routers and road graph take the same, on the safe side.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { widthToTurn } from '../../geo/graph/corners.ts';
import { createSettingsReader } from '../../server/response/read-settings.ts';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { readVehicleClasses } from './facts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('a class whose rear axle nobody measured turns as if that were at its very end', async () => {
  const { pool } = database;
  await pool.query(`update vehicle_classes set front_to_axle_m = null where code = 'small'`);
  const bySettings = (await createSettingsReader(pool).readSettings()).classes;
  const byRouters = await readVehicleClasses(pool);
  const { rows } = await pool.query<{ turning: unknown }>(
    `select router_facts() #> '{classes,small,turning}' as turning`,
  );
  const turning = { radiusMeters: 6, frontToAxleMeters: 5.8 };
  for (const classes of [bySettings, byRouters]) {
    const small = classes.find(({ code }) => code === 'small')!;
    expect(small.turning).toEqual(turning);
    expect(widthToTurn(small, 90)).toBeCloseTo(6, 1);
  }
  expect(rows).toEqual([{ turning }]);
});
