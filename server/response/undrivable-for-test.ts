import type { Position } from '../../geo/position.ts';
import type { Database } from '../../sql/pool.ts';

export type DrawnWay = { vehicleClass: string; line: Position[] };
export type Undrivable = { vehicleClass: string; from: Position; to: Position };
export type Barred = { vehicleClass: string; kind: string; at: Position };

/** Stretches of ways that run along no road that the class may use, by the stored roads alone. */
export async function findUndrivable(database: Database, ways: DrawnWay[]): Promise<Undrivable[]> {
  const all = ways.flatMap(({ vehicleClass, line }) =>
    line.slice(1).map((to, i) => ({ vehicleClass, from: line[i]!, to })),
  );
  const each = [...new Map(all.map((stretch) => [JSON.stringify(stretch), stretch])).values()];
  const { rows } = await database.query<{ n: number }>(
    `with stretches as (
       select n::integer - 1 as n, code, st_setsrid(st_makepoint(ax, ay), 4326) as a,
         st_setsrid(st_makepoint(bx, by), 4326) as b,
         st_setsrid(st_makepoint((ax + bx) / 2, (ay + by) / 2), 4326) as middle
       from unnest($1::text[], $2::float8[], $3::float8[], $4::float8[], $5::float8[])
         with ordinality as p (code, ax, ay, bx, by, n)
     )
     select s.n from stretches s join vehicle_classes c on c.code = s.code and c.valid_to is null
     where not exists (
       select from roads r
       where r.retired_at is null and st_dwithin(r.geom, s.middle, 0.00001)
         and st_dwithin(r.geom, s.a, 0.00001) and st_dwithin(r.geom, s.b, 0.00001)
         and (r.motor or (c.footways and r.foot and r.class <> 'steps'))
         and r.width_m >= c.width_m + c.width_margin_m - 0.001
         and coalesce(r.max_height_m >= c.height_m + c.height_margin_m - 0.001, true)
         and coalesce(r.max_weight_t >= c.weight_t, true))`,
    [
      each.map(({ vehicleClass }) => vehicleClass),
      each.map(({ from }) => from[0]),
      each.map(({ from }) => from[1]),
      each.map(({ to }) => to[0]),
      each.map(({ to }) => to[1]),
    ],
  );
  return rows.map(({ n }) => each[n]!);
}

/** What stands on ways and does not let the class through; at its end a way may stop before one. */
export async function findBarred(database: Database, ways: DrawnWay[]): Promise<Barred[]> {
  const { rows } = await database.query<{ code: string; kind: string; lon: number; lat: number }>(
    `with ways as (
       select code, st_setsrid(st_geomfromgeojson(line), 4326) as geom
       from unnest($1::text[], $2::text[]) as p (code, line)
     )
     select distinct w.code, b.kind, st_x(b.geom) as lon, st_y(b.geom) as lat
     from ways w
     join vehicle_classes c on c.code = w.code and c.valid_to is null
     join barriers b on b.retired_at is null and st_dwithin(b.geom, w.geom, 0.000003)
     join barrier_kinds k on k.valid_to is null
       and k.kind = case when b.kind in (select kind from barrier_kinds) then b.kind else 'other' end
     where not (case when c.footways then k.footways else k.motor end)
       and st_distance(b.geom::geography, st_endpoint(w.geom)::geography) > 1
       and st_distance(b.geom::geography, st_startpoint(w.geom)::geography) > 1`,
    [
      ways.map(({ vehicleClass }) => vehicleClass),
      ways.map(({ line }) => JSON.stringify({ type: 'LineString', coordinates: line })),
    ],
  );
  return rows.map(({ code, kind, lon, lat }) => ({ vehicleClass: code, kind, at: [lon, lat] }));
}
