import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../geo/graph/day-hours.ts';
import { setCityClock } from '../../sql/city-clock.ts';
import { openPool } from '../../sql/pool.ts';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { startDeadline } from './deadline.ts';
import { knowSettings } from './known.ts';
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

/** A city 26 hours ahead of the other: whatever the time, they never have the same day. */
const [ahead, behind] = ['Pacific/Kiritimati', 'Etc/GMT+12'];

/** As servers read them that were started in a city of that time zone; `at`: for an answer of that moment. */
async function readTurnout(timeZone: string, at?: string): Promise<number> {
  await database.pool.query(`update parameters set value = $1 where parameter = 'city_time_zone'`, [
    timeZone,
  ]);
  await setCityClock(database.pool);
  const pool = openPool(database.url, { max: 2 });
  try {
    const { readSettings } = createSettingsReader(pool);
    const wait = { deadline: startDeadline(10_000), log: pino({ level: 'silent' }) };
    const { value } = await knowSettings(pool, readSettings, { at }, wait);
    return value.parameters.number('turnout');
  } finally {
    await pool.end();
  }
}

test('values begin and run out at midnight in the city, wherever the database stands', async () => {
  const now = new Date();
  const turn = dayOf(now, ahead);
  await database.pool.query(`update parameters set valid_to = $1 where parameter = 'turnout'`, [
    turn,
  ]);
  await database.pool.query(
    `insert into parameters select parameter, class, '88', unit, mark, source, $1, null
     from parameters where parameter = 'turnout'`,
    [turn],
  );
  expect(await readTurnout(ahead)).toBe(88);
  expect(await readTurnout(behind)).toBe(77);
  expect(await readTurnout(ahead, now.toISOString())).toBe(88);
  expect(await readTurnout(behind, now.toISOString())).toBe(77);
});
