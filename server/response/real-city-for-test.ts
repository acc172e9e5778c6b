// What the tests on real extracts share: where those are, which houses are asked about, and how.

import { fileURLToPath } from 'node:url';
import type { Position } from '../../geo/position.ts';
import type { MiniCity } from './mini-city-for-test.ts';
import type { ResponseResult } from './schema.ts';

const extract = (path: string) =>
  fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));
export const hanoi = extract('hanoi-core/hanoi-core.osm.pbf');
export const sanFrancisco = extract('sf-downtown/sf-downtown-clipped.osm.pbf');

/** A machine that has too much to do may answer without some part; then it is asked again. */
export async function askWhole(city: MiniCity, asked: object): Promise<ResponseResult> {
  for (let again = 0; again < 20; again++) {
    const { body } = await city.respond(asked);
    if (!body.degraded) return body;
  }
  throw new Error(`only degraded answers to ${JSON.stringify(asked)}`);
}

export type House = { asked: { placeId: string }; door: Position; roadId: string | null };

/** Some addresses, each with its door and the road that it names; null: it names none that is known. */
export async function readHouses({ database }: MiniCity, count: number): Promise<House[]> {
  const { rows } = await database.pool.query<{
    place: string;
    lon: number;
    lat: number;
    road: string | null;
  }>(
    `select 'address:' || id as place, st_x(door) as lon, st_y(door) as lat,
       case when door_provenance <> 'nearest-way' then access_road_id end::text as road
     from addresses where retired_at is null order by md5(id::text) limit $1`,
    [count],
  );
  return rows.map(({ place, lon, lat, road }) => ({
    asked: { placeId: place },
    door: [lon, lat],
    roadId: road,
  }));
}
