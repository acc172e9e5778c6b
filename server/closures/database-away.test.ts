// A server that has read the closures keeps their hours, also while it cannot reach the database.

import { expect, it, beforeAll, afterAll } from 'vitest';
import { openPool } from '../../sql/pool.ts';
import { startPeer, type Harm } from '../broken-peer-for-test.ts';
import { openMiniCity, serveCity, type MiniCity } from '../response/mini-city-for-test.ts';
import { nearBridge } from './closed-town-for-test.ts';
import { riverTown, riverTownRegisters } from './river-town-for-test.ts';

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(riverTown, riverTownRegisters);
}, 120_000);
afterAll(() => city.close());

it.each<Harm>(['refusing', 'silent'])(
  'a closure begins and ends at its time while the database is %s',
  async (harm) => {
    const url = new URL(city.database.url);
    const database = await startPeer(Number(url.port));
    url.port = String(database.port);
    const pool = openPool(url.href, { max: 4, onIdleError: () => undefined });
    const served = await serveCity(
      { url: url.href, pool, drop: () => Promise.resolve() },
      city.osrm,
    );
    const { closures } = served.conditions;
    try {
      await city.database.pool.query(
        `insert into closures (effect, geom, vehicle_classes, on_foot, from_at, to_at, reason, author) values
         ('impassable', st_setsrid(st_geomfromgeojson($1), 4326), '{large}', false, now() + interval '1.5 s', null, 'ngập', 'Lan'),
         ('impassable', st_setsrid(st_geomfromgeojson($1), 4326), '{small}', false, now(), now() + interval '1.5 s', 'chợ', 'Lan')`,
        [JSON.stringify(nearBridge)],
      );
      await closures.follow();
      const shut = () => ['large', 'small'].filter((code) => closures.shuts(code));
      expect(shut()).toEqual(['small']);
      database.hurt(harm);
      await expect.poll(shut, { timeout: 15_000 }).toEqual(['large']);
      await expect(closures.follow()).rejects.toThrow(
        /connect|terminated|ECONN|timeout|did not answer/i,
      );
      expect(shut()).toEqual(['large']);
    } finally {
      await served.close();
      await database.close();
      await pool.end();
      await city.database.pool.query('delete from closures');
    }
  },
  60_000,
);
