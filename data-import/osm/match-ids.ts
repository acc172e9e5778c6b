// Which live row each object of the file is, whatever its OSM id: the one with its id; else one close by that is
// plainly the same and lost its own object (a node became an area); else the retired one with its id.

import type pg from 'pg';

type Kind = {
  /** Table of the register, and of `staging` as osm2pgsql fills it. */
  table: string;
  /** The OSM key of a live row `l`; `osm_type` and `osm_id` when left out. */
  key?: { type: string; id: string };
  /** Only these live rows `l` come from OSM. */
  fromOsm?: string;
  /** Says of an object `f` and a live row `l` that they are the same although the ids differ, and how well. */
  same?: { when: string; order: string };
};

const fromOsm = `and l.source = 'osm'`;
const within = (parameter: string): string =>
  `l.geom && st_expand(f.geom, 0.002)
   and st_dwithin(l.geom::geography, f.geom::geography, staging.parameter('${parameter}'))`;
const overlapping = `l.geom && f.geom and st_dimension(l.geom) = 2 and st_dimension(f.geom) = 2
  and staging.shared_area(l.geom, f.geom) >= staging.parameter('same_building_overlap')`;
const byDistance = 'l.geom <-> f.geom';
const byOverlap = '-staging.shared_area(l.geom, f.geom)';

const kinds: readonly Kind[] = [
  { table: 'roads', key: { type: `'w'`, id: 'l.osm_way_id' } },
  { table: 'barriers', key: { type: `'n'`, id: 'l.osm_node_id' } },
  { table: 'buildings', same: { when: overlapping, order: byOverlap } },
  {
    table: 'water_bodies',
    same: { when: `l.kind = f.kind and ${overlapping}`, order: byOverlap },
  },
  {
    table: 'water_points',
    fromOsm,
    same: {
      when: `(l.kind = f.kind or f.kind = 'suction') and l.name is not distinct from f.name and ${within('same_house_max')}`,
      order: byDistance,
    },
  },
  {
    table: 'stations',
    fromOsm,
    same: {
      when: `l.name is not distinct from f.name and ${within('same_named_max')}`,
      order: byDistance,
    },
  },
  {
    table: 'landmarks',
    same: {
      when: `l.kind = f.kind and l.name = f.name and ${within('same_named_max')}`,
      order: byDistance,
    },
  },
  {
    table: 'admin_units',
    fromOsm,
    same: { when: `right(f.name, length(l.name)) = l.name and ${overlapping}`, order: byOverlap },
  },
];

function matchSql({ table, key, fromOsm: source = '', same }: Kind): string {
  const { type, id } = key ?? { type: 'l.osm_type', id: 'l.osm_id' };
  const ownType = key?.type ?? 'lower(n.osm_type)';
  const isLive = `l.retired_at is null ${source} and not (select replace from staging.settings)`;
  const moved = `
    insert into staging.${table}_ids
    select own_type, osm_id, id from (
      select f.own_type, f.osm_id, l.id,
        row_number() over (partition by f.own_type, f.osm_id order by ${same?.order}, l.id) as of_object,
        row_number() over (partition by l.id order by ${same?.order}, f.own_type, f.osm_id) as of_row
      from staging.${table}_unknown f join ${table} l on ${same?.when}
      where ${isLive} and not exists (select from staging.${table}_ids i where i.id = l.id)
    ) pairs where of_object = 1 and of_row = 1;`;
  return `
    create table staging.${table}_ids as
    select ${ownType} as osm_type, n.osm_id, l.id
    from staging.${table} n join ${table} l on ${type} = ${ownType} and ${id} = n.osm_id
    where ${isLive};
    create table staging.${table}_unknown as
    select n.*, ${ownType} as own_type from staging.${table} n
    where not exists (select from staging.${table}_ids i where i.osm_type = ${ownType} and i.osm_id = n.osm_id);
    analyze staging.${table}_ids;
    analyze staging.${table}_unknown;
    ${same === undefined ? '' : moved}
    insert into staging.${table}_ids
    select distinct on (f.own_type, f.osm_id) f.own_type, f.osm_id, l.id
    from staging.${table}_unknown f join ${table} l on ${type} = f.own_type and ${id} = f.osm_id
    where l.retired_at is not null ${source} and l.batch_id in (select id from staging.returnable_batches)
      and not exists (select from staging.${table}_ids i where i.osm_type = f.own_type and i.osm_id = f.osm_id)
    order by f.own_type, f.osm_id, l.retired_at desc, l.id;
    create unique index on staging.${table}_ids (osm_id, osm_type);
    analyze staging.${table}_ids;`;
}

/** Makes `staging.<table>_ids (osm_type, osm_id, id)` for every kind that OSM identifies. */
export async function matchIds(client: pg.PoolClient): Promise<void> {
  for (const kind of kinds) await client.query(matchSql(kind));
}
