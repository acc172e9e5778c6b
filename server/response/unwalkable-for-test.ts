import type { Position } from '../../geo/position.ts';
import type { Database } from '../../sql/pool.ts';

/** The line of a hose to a door; `roadId`: the road that the door's address names, null for the nearest way. */
export type LaidHose = { line: Position[]; door: Position; roadId: string | null };
export type Unwalkable = { from: Position; to: Position };

const isWalked = `r.retired_at is null and (r.foot or (r.motor and r.class <> 'motorway'))`;
/** Above or below the ground; no door opens on to that where anything else is near. */
const withLevel = 'lateral (select r.bridge or (r.tunnel and r.layer < 0) as is_off) off';

/**
 * Stretches of hoses that run along no way that people can walk, by the stored roads alone. From where it leaves its
 * last way a hose may go straight to its door, and no further than from the door's own road: where that is a way of
 * people, it may be the pavement of a street.
 */
export async function findUnwalkable(database: Database, hoses: LaidHose[]): Promise<Unwalkable[]> {
  const all = hoses.map(({ line }) => line.slice(1).map((to, i) => ({ from: line[i]!, to })));
  const isOff = await listOffWays(database, all.flat());
  const onWays = all.map((stretches) => {
    const last = stretches.at(-1);
    return last && isOff(last) ? stretches.slice(0, -1) : stretches;
  });
  const ends = hoses.map(({ line }, i) => onWays[i]!.at(-1)?.to ?? line[0]!);
  const far = await listFarEnds(database, hoses, ends);
  return [...onWays.flat().filter(isOff), ...far];
}

async function listOffWays(
  database: Database,
  stretches: Unwalkable[],
): Promise<(stretch: Unwalkable) => boolean> {
  const each = [...new Map(stretches.map((one) => [JSON.stringify(one), one])).values()];
  const { rows } = await database.query<{ n: number }>(
    `with stretches as (
       select n::integer - 1 as n, st_setsrid(st_makepoint(ax, ay), 4326) as a,
         st_setsrid(st_makepoint(bx, by), 4326) as b,
         st_setsrid(st_makepoint((ax + bx) / 2, (ay + by) / 2), 4326) as middle
       from unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[])
         with ordinality as p (ax, ay, bx, by, n)
     )
     select s.n from stretches s where not exists (
       select from roads r
       where ${isWalked} and st_dwithin(r.geom, s.middle, 0.00001)
         and st_dwithin(r.geom, s.a, 0.00001) and st_dwithin(r.geom, s.b, 0.00001))`,
    [
      each.map(({ from }) => from[0]),
      each.map(({ from }) => from[1]),
      each.map(({ to }) => to[0]),
      each.map(({ to }) => to[1]),
    ],
  );
  const off = new Set(rows.map(({ n }) => JSON.stringify(each[n])));
  return (stretch) => off.has(JSON.stringify(stretch));
}

/** Where they leave their last way further from their doors than the doors' roads are, but for the rounding of a metre. */
async function listFarEnds(
  database: Database,
  hoses: LaidHose[],
  ends: Position[],
): Promise<Unwalkable[]> {
  const { rows } = await database.query<{ n: number }>(
    `with doors as (
       select n::integer - 1 as n, road, st_setsrid(st_makepoint(dx, dy), 4326) as door,
         st_setsrid(st_makepoint(ex, ey), 4326) as ending
       from unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[], $5::bigint[])
         with ordinality as p (dx, dy, ex, ey, road, n)
     )
     select d.n from doors d
     cross join lateral (
       select w.motor, w.is_pavement, st_distance(w.geom::geography, d.door::geography) as meters
       from (
         select geom, motor, is_pavement, false as is_off from roads
         where id = d.road and retired_at is null
         union all
         -- The nearest in degrees are not the nearest in metres, but among the first of them.
         (select r.geom, r.motor, r.is_pavement, is_off from roads r, ${withLevel}
          where ${isWalked} and d.road is null and not is_off order by r.geom <-> d.door limit 20)
         union all
         (select r.geom, r.motor, r.is_pavement, is_off from roads r, ${withLevel}
          where ${isWalked} and d.road is null and is_off order by r.geom <-> d.door limit 20)
       ) w
       order by w.is_off or st_distance(w.geom::geography, d.door::geography) > 60, 3 limit 1
     ) own
     where st_distance(d.ending::geography, d.door::geography) > 1 + own.meters
       + case when own.motor then 0 when own.is_pavement then 20 else 8 end`,
    [
      hoses.map(({ door }) => door[0]),
      hoses.map(({ door }) => door[1]),
      ends.map(([lon]) => lon),
      ends.map(([, lat]) => lat),
      hoses.map(({ roadId }) => roadId),
    ],
  );
  return rows.map(({ n }) => ({ from: ends[n]!, to: hoses[n]!.door }));
}
