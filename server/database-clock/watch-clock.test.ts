// A database whose clock is set while a server runs on it.

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPool } from '../../sql/pool.ts';
import { nearBridge } from '../closures/closed-town-for-test.ts';
import { riverTown, riverTownRegisters } from '../closures/river-town-for-test.ts';
import { openMiniCity, serveCity, type MiniCity } from '../response/mini-city-for-test.ts';
import { bringBackToNow } from './queries.ts';

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(riverTown, riverTownRegisters);
  await city.database.pool.query('create schema set_clock');
}, 120_000);
afterAll(() => city.close());

/** For sessions that look into the schema of these before PostgreSQL's own. */
async function setClock(ahead: string): Promise<void> {
  for (const name of ['now', 'clock_timestamp', 'statement_timestamp'])
    await city.database.pool.query(
      `create or replace function set_clock.${name}() returns timestamptz language sql stable
       as $$ select pg_catalog.${name}() + interval '${ahead}' $$`,
    );
}

/** One whose database is by the set clock. */
async function serveBySetClock() {
  const url = new URL(city.database.url);
  url.searchParams.set('options', '-c search_path=set_clock,pg_catalog,public');
  const pool = openPool(url.href, { max: 4 });
  const served = await serveCity({ ...city.database, pool }, city.osrm);
  return {
    followClosures: served.conditions.closures.follow,
    isShut: () => served.conditions.closures.shuts('large'),
    close: async () => {
      await served.close();
      await pool.end();
    },
  };
}

it('a closure begins and ends at once when the clock is set past that', async () => {
  await setClock('0 s');
  await city.database.pool.query(
    `insert into closures (effect, geom, vehicle_classes, on_foot, from_at, to_at, reason, author)
     values ('impassable', st_setsrid(st_geomfromgeojson($1), 4326), '{large}', false,
       now() + interval '1 h', now() + interval '2 h', 'ngập', 'Lan')`,
    [JSON.stringify(nearBridge)],
  );
  const { isShut, close } = await serveBySetClock();
  try {
    expect(isShut()).toBe(false);
    // From there on it is known to have been set.
    await sleep(1_500);
    await setClock('90 min');
    await expect.poll(isShut, { timeout: 10_000 }).toBe(true);
    await setClock('0 s');
    await expect.poll(isShut, { timeout: 10_000 }).toBe(false);
    await setClock('3 h');
    await sleep(3_000);
    expect(isShut()).toBe(false);
  } finally {
    await close();
  }
}, 60_000);

it('a closure drawn to hold at once holds on when the clock is set back', async () => {
  await setClock('5 h');
  await city.database.pool.query('delete from closures');
  await city.database.pool.query(
    `insert into closures (effect, geom, vehicle_classes, on_foot, from_at, created_at, reason, author)
     select 'impassable', st_setsrid(st_geomfromgeojson($1), 4326), '{large}', false,
       now() + ahead, now() + interval '5 h', reason, 'Lan'
     from (values (interval '4 h', 'since'), ('5 h', 'at once'), ('6 h', 'later')) drawn (ahead, reason)`,
    [JSON.stringify(nearBridge)],
  );
  const { isShut, followClosures, close } = await serveBySetClock();
  try {
    expect(isShut()).toBe(true);
    await sleep(1_500);
    await setClock('0 s');
    await sleep(3_000);
    await followClosures();
    expect(isShut()).toBe(true);
    const { rows } = await city.database.pool.query<{ reason: string }>(
      'select reason from closures where from_at <= now() and created_at <= now() order by id',
    );
    expect(rows.map(({ reason }) => reason)).toEqual(['since', 'at once']);
  } finally {
    await close();
  }
}, 60_000);

it('a closure that was withdrawn before the clock is set back stays so', async () => {
  await setClock('0 s');
  await city.database.pool.query('delete from closures');
  await city.database.pool.query(
    `insert into closures (effect, geom, vehicle_classes, on_foot, from_at, created_at, withdrawn_at, reason, author)
     values ('impassable', st_setsrid(st_geomfromgeojson($1), 4326), '{large}', false, now() + interval '4 h',
       now() + interval '4 h', now() + interval '5 h', 'ngập', 'Lan')`,
    [JSON.stringify(nearBridge)],
  );
  await bringBackToNow(city.database.pool);
  const { rows } = await city.database.pool.query<{ is_back: boolean }>(
    'select created_at <= withdrawn_at and withdrawn_at <= now() as is_back from closures',
  );
  expect(rows).toEqual([{ is_back: true }]);
});
