import type { Position } from '../../geo/position.ts';
import type { Database } from '../../sql/pool.ts';

/**
 * Points of lines that lie on no road that people can walk, by the stored roads alone. The last one of each is the
 * door, which may stand back from its road.
 */
export async function findUnwalkable(database: Database, lines: Position[][]): Promise<Position[]> {
  const points = lines.flatMap((line) => line.slice(0, -1));
  const walked = [...new Map(points.map((point) => [point.join(), point])).values()];
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
