// Nearest water on a real extract that has hydrants: what a search by brute force finds, from doors and from stops.

import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Position } from '../../geo/position.ts';
import { findWaterBySlowSearch, readSlowCity, type SlowCity } from './brute-water-for-test.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';
import { askWhole, readHouses, sanFrancisco, type House } from './real-city-for-test.ts';

type Point = { asked: { lon: number; lat: number }; door: Position; roadId: null };

const classes = ['large', 'small'];
const reachMeters = 400;

/** Houses, and points along footways, where engines stop away from the door. */
async function listPlaces(city: MiniCity): Promise<(House | Point)[]> {
  const { rows } = await city.database.pool.query<{ lon: number; lat: number }>(
    `select st_x(p) as lon, st_y(p) as lat
     from (select id, st_lineinterpolatepoint(geom, 0.5) as p from roads
           where retired_at is null and foot and not motor order by md5(id::text) limit 60) f`,
  );
  const points = rows.map(({ lon, lat }): Point => ({
    asked: { lon, lat },
    door: [lon, lat],
    roadId: null,
  }));
  return [...(await readHouses(city, 60)), ...points];
}

/** To a metre; neither has any in reach, where both have none. */
function isAsFar(ours: number | undefined, theirs: number | undefined): boolean {
  if (ours === undefined || theirs === undefined) return ours === theirs;
  return Math.abs(ours - theirs) <= 1;
}

describe.skipIf(!existsSync(sanFrancisco))(
  'San Francisco (skipped where the extract is not there)',
  () => {
    let city: MiniCity;
    beforeAll(async () => {
      city = await openMiniCity(sanFrancisco, {});
      await city.respondTo('1 Market Street');
    }, 180_000);
    afterAll(() => city.close());

    it('finds an address written the American way, with stations but no units', async () => {
      const result = await city.respondTo('1 Market Street');
      expect(result.notes.map(({ code }) => code)).toEqual(['no-units']);
    });

    it('lists hydrants apart while nobody has tested them', async () => {
      const { destination } = await city.respondTo('1 Market Street');
      expect(destination.water.status).toBe('none-in-reach');
      expect(destination.water.unverified.length).toBeGreaterThan(0);
      expect(destination.water.unverified[0]!.litersPerSecond).toBeNull();
    });

    describe('with all of its hydrants tested', () => {
      let slow: SlowCity;
      beforeAll(async () => {
        const { pool } = city.database;
        await pool.query(`update water_points set status = 'working', tested_on = current_date`);
        await city.reloadGraph();
        slow = await readSlowCity(pool);
      }, 60_000);

      it('finds the usable hydrant nearest to a door that a search by brute force finds, as far by hose', async () => {
        const differences: unknown[] = [];
        let found = 0;
        for (const { asked, door, roadId } of await listPlaces(city)) {
          const { water } = (await askWhole(city, asked)).destination;
          const [ours] = water.points;
          const [theirs] = findWaterBySlowSearch(slow, { at: door, roadId }, water.reachMeters);
          found += theirs ? 1 : 0;
          if (!isAsFar(ours?.hoseMeters, theirs?.meters))
            differences.push({ asked, ours: [ours?.id, ours?.hoseMeters], theirs });
        }
        expect(differences).toEqual([]);
        expect(found).toBeGreaterThan(100);
      }, 120_000);

      it('counts for each stop with the usable hydrant that such a search finds from there', async () => {
        const differences: unknown[] = [];
        let [found, apart] = [0, 0];
        for (const { door, roadId } of await listPlaces(city)) {
          const asked = { door, roadId: roadId === null ? null : Number(roadId), classes };
          const plans = await city.roadGraph.call('stops', asked);
          const stops = plans.flatMap((plan) => plan.stops);
          // Most classes stop at the same places, with the same water there.
          const each = new Map(
            stops.map((stop) => [JSON.stringify([stop.point, stop.supply]), stop]),
          );
          for (const { point, supply, reason } of each.values()) {
            const [theirs] = findWaterBySlowSearch(slow, { stop: point }, reachMeters);
            found += theirs ? 1 : 0;
            apart += theirs && reason.code !== 'at-door' ? 1 : 0;
            if (!isAsFar(supply?.meters, theirs?.meters))
              differences.push({ point, reason, ours: supply, theirs });
          }
        }
        expect(differences).toEqual([]);
        expect(found).toBeGreaterThan(100);
        // At a door it is the water of the door; elsewhere what the city knows of every node.
        expect(apart).toBeGreaterThan(30);
      }, 120_000);
    });
  },
);
