// What units reported before the database's clock was set back, and from devices whose clock is ahead of it.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { bringBackToNow, readClock } from '../database-clock/queries.ts';
import { readUnits } from '../response/queries.ts';
import { createSettingsReader } from '../response/read-settings.ts';
import { readReport } from './read-report.ts';
import { listPositions, reportPosition, reportStatus, type UnitsServices } from './report-units.ts';

let database: TestDatabase;
let services: UnitsServices;
beforeAll(async () => {
  database = await createTestDatabase();
  services = { database: database.pool, ...createSettingsReader(database.pool) };
  await database.pool.query(
    `with station as (
       insert into stations (register_id, name, geom, source)
       values ('A', 'Đội Tây', st_setsrid(st_makepoint(105.8, 21), 4326), 'test') returning id)
     insert into units (register_id, call_sign, station_id, vehicle_class, source)
     select 'U1', 'XE 01', id, 'large', 'test' from station`,
  );
}, 60_000);
afterAll(() => database.drop());
beforeEach(async () => {
  await database.pool.query('truncate unit_positions, unit_statuses, unit_tracks');
  await database.pool.query('update units set status_since = null');
});

const report = (more: Record<string, string>) =>
  reportPosition(services, readReport({ id: 'U1', lon: '105.9', lat: '21', ...more }, null));

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();

async function tellFromFiveHoursAhead(): Promise<void> {
  for (const insertion of [
    `unit_positions (unit_id, at, geom)
     select id, now() + interval '5 h', st_setsrid(st_makepoint(105.8, 21), 4326)`,
    `unit_tracks (unit_id, at, geom)
     select id, now() + interval '5 h', st_setsrid(st_makepoint(105.8, 21), 4326)`,
    `unit_statuses (unit_id, status, at, author, at_station_at)
     select id, 'busy', now() + interval '5 h', 'Lan', now() + interval '5 h'`,
  ])
    await database.pool.query(`insert into ${insertion} from units`);
}

describe('what a unit reported before the clock was set back', () => {
  it('is replaced by what it reports since', async () => {
    await tellFromFiveHoursAhead();
    expect(await report({ timestamp: inSeconds(-5) })).toMatchObject({ isKept: true });
    const available = { status: 'available' as const, at: inSeconds(-5), by: 'Lan' };
    expect(await reportStatus(services, 'U1', available)).toMatchObject({ isKept: true });
    const [position] = (await listPositions(services)).positions;
    expect(position!.lon).toBeCloseTo(105.9);
    expect(position!.ageSeconds).toBeGreaterThanOrEqual(5);
  });

  it('ages from when that is noticed, and says nothing of how fast it went', async () => {
    await tellFromFiveHoursAhead();
    expect(await readClock(database.pool)).toMatchObject({ isAnyAhead: true });
    await bringBackToNow(database.pool);
    expect(await readClock(database.pool)).toMatchObject({ isAnyAhead: false });
    const { rows } = await database.pool.query<{ age: number }>(
      `select extract(epoch from now() - at)::float8 as age from (
         select at from unit_positions union all select at from unit_statuses
         union all select at_station_at from unit_statuses) told`,
    );
    expect(rows.filter(({ age }) => age >= 0 && age < 60)).toHaveLength(3);
    expect((await database.pool.query('select from unit_tracks')).rowCount).toBe(0);
  });
});

async function tellAhead({ register, crew }: { register: string; crew: string }): Promise<void> {
  await database.pool.query('update units set status_since = now() + $1::interval', [register]);
  await database.pool.query(
    `insert into unit_statuses (unit_id, status, at, author)
     select id, 'busy', now() + $1::interval, 'Lan' from units`,
    [crew],
  );
}

const status = async () => (await readUnits(database.pool))[0]!.status;

describe('what the register said before the clock was set back', () => {
  it('stays older than what was reported after it', async () => {
    await tellAhead({ register: '4 h', crew: '5 h' });
    await bringBackToNow(database.pool);
    expect(await status()).toBe('busy');
  });

  it.each([
    ['both are ahead', '4 h'],
    ['that is of a moment that is over', '-1 h'],
  ])(
    'stays later than what was reported before it where %s, and gives way to what is reported since',
    async (_where, crew) => {
      await tellAhead({ register: '5 h', crew });
      await bringBackToNow(database.pool);
      expect(await status()).toBe('available');
      await reportStatus(services, 'U1', { status: 'busy', by: 'Lan' });
      expect(await status()).toBe('busy');
    },
  );
});

describe('what a unit reports', () => {
  it('counts as said now where its clock is ahead of ours', async () => {
    await report({ timestamp: inSeconds(200) });
    const { rows } = await database.pool.query<{ age: number }>(
      'select extract(epoch from now() - at)::float8 as age from unit_positions',
    );
    expect(rows[0]!.age).toBeGreaterThan(0);
    expect(await report({})).toMatchObject({ isKept: true });
  });

  it('may be as good as nothing', async () => {
    await report({ speed: '1e-50', accuracy: '1e-320', bearing: '1e-320' });
    const { rows } = await database.pool.query(
      'select speed_kmh, bearing, accuracy_m from unit_positions',
    );
    expect(rows).toEqual([{ speed_kmh: 0, bearing: 0, accuracy_m: 0 }]);
  });
});
