import type { Position } from '../../geo/position.ts';
import type { Database } from '../../sql/pool.ts';

/**
 * Points of a line that lie on no road that people can walk, by the stored roads alone. The last
 * one is the door, which may stand back from its road.
 */
export async function findUnwalkable(database: Database, line: Position[]): Promise<Position[]> {
  const walked = line.slice(0, -1);
  const { rows } = await database.query<{ lon: number; lat: number }>(
    `select lon, lat from unnest($1::float8[], $2::float8[]) as p (lon, lat)
     where not exists (
       select from roads r
       where r.retired_at is null and (r.foot or (r.motor and r.class <> 'motorway'))
         and st_dwithin(r.geom, st_setsrid(st_makepoint(p.lon, p.lat), 4326), 0.00001))`,
    [walked.map(([lon]) => lon), walked.map(([, lat]) => lat)],
  );
  return rows.map(({ lon, lat }) => [lon, lat]);
}
