// A database whose clock is set while a server runs on it.

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPool } from '../../sql/pool.ts';
import { nearBridge } from '../closures/closed-town-for-test.ts';
import { riverTown, riverTownRegisters } from '../closures/river-town-for-test.ts';
import { openMiniCity, serveCity, type MiniCity } from '../response/mini-city-for-test.ts';

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

it('a closure begins and ends at once when the clock is set past that', async () => {
  await setClock('0 s');
  const url = new URL(city.database.url);
  url.searchParams.set('options', '-c search_path=set_clock,pg_catalog,public');
  const pool = openPool(url.href, { max: 4 });
  await city.database.pool.query(
    `insert into closures (effect, geom, vehicle_classes, on_foot, from_at, to_at, reason, author)
     values ('impassable', st_setsrid(st_geomfromgeojson($1), 4326), '{large}', false,
       now() + interval '1 h', now() + interval '2 h', 'ngập', 'Lan')`,
    [JSON.stringify(nearBridge)],
  );
  const served = await serveCity({ ...city.database, pool }, city.osrm);
  const isShut = () => served.conditions.closures.shuts('large');
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
    await served.close();
    await pool.end();
  }
}, 60_000);
