import { basename } from 'node:path';
import type pg from 'pg';
import { osmExtension } from './check-file.ts';

const columns = 'name, synthetic, extent, osm_timestamp';

/**
 * Stages the one row of `cities` as `staging.new_city`. Its name: the one given; else the loaded one when the place is
 * the same; else the smallest admin unit that covers most of the extent; else the file's. Returns whether it differs.
 */
export async function stageCityRow(
  client: pg.PoolClient,
  { name, file, synthetic }: { name: string | undefined; file: string; synthetic: boolean },
): Promise<{ isChanged: boolean }> {
  await client.query(
    `create table staging.new_city as
     select null::text as name, false as synthetic, extent, osm_timestamp from cities with no data`,
  );
  await client.query(
    `insert into staging.new_city
     select coalesce($1,
         (select c.name from cities c where not s.replace),
         (select u.name from staging.new_admin_units u
          where st_area(st_intersection(u.geom, e.geom)) > 0.8 * st_area(e.geom) order by st_area(u.geom) limit 1),
         $2),
       $3, e.geom, (select to_timestamp(max(edited_at)) from staging.roads)
     from staging.extent e, staging.settings s`,
    [name ?? null, basename(file).replace(osmExtension, ''), synthetic],
  );
  const { rowCount } = await client.query(
    `select ${columns} from staging.new_city except select ${columns} from cities`,
  );
  return { isChanged: (rowCount ?? 0) > 0 };
}

/** Puts the staged row in force, and keeps the former one for an undo. */
export async function writeCityRow(client: pg.PoolClient, batchId: number): Promise<void> {
  await client.query(
    `insert into history.before_images (batch_id, table_name, row_id, image)
     select $1, 'cities', 0, to_jsonb(image) from cities c
     cross join lateral (select c.name, c.synthetic, c.extent::text as extent, c.osm_timestamp) image`,
    [batchId],
  );
  await client.query(
    `insert into cities (${columns}) select ${columns} from staging.new_city
     on conflict (singleton) do update
       set (${columns}, updated_at) = row(excluded.name, excluded.synthetic, excluded.extent, excluded.osm_timestamp, now())`,
  );
}
