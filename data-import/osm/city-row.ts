import { basename } from 'node:path';
import type pg from 'pg';
import { osmExtension } from './check-file.ts';

/**
 * Writes the one row of `cities`. Its name: the one given; else the loaded one when the place is the same; else the
 * smallest admin unit that covers most of the extent; else the file's. Returns whether the row changed.
 */
export async function writeCityRow(
  client: pg.PoolClient,
  { name, file, synthetic }: { name: string | undefined; file: string; synthetic: boolean },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into cities (name, synthetic, extent, osm_timestamp)
     select coalesce($1,
         (select c.name from cities c where not s.replace),
         (select u.name from staging.new_admin_units u
          where st_area(st_intersection(u.geom, e.geom)) > 0.8 * st_area(e.geom) order by st_area(u.geom) limit 1),
         $2),
       $3, e.geom, (select to_timestamp(max(edited_at)) from staging.roads)
     from staging.extent e, staging.settings s
     on conflict (singleton) do update
       set (name, synthetic, extent, osm_timestamp, updated_at)
         = row(excluded.name, excluded.synthetic, excluded.extent, excluded.osm_timestamp, now())
       where row(cities.name, cities.synthetic, cities.extent, cities.osm_timestamp)
         is distinct from row(excluded.name, excluded.synthetic, excluded.extent, excluded.osm_timestamp)`,
    [name ?? null, basename(file).replace(osmExtension, ''), synthetic],
  );
  return (rowCount ?? 0) > 0;
}
