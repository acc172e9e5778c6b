import type pg from 'pg';
import { mergeRows, type MergeCounts } from '../batches/merge-rows.ts';
import { mergeMouths } from './merge-mouths.ts';

const everything = 'true';
const fromOsm = "live.source = 'osm'";

// Columns as the rows of `new_…` and `link_…` tables carry them, in the order in which rows point at one another.
const merges: { table: string; staged: string; columns: string; retires: string }[] = [
  {
    table: 'streets',
    staged: 'staging.new_streets',
    columns: 'type name name_key geom',
    retires: everything,
  },
  {
    table: 'alleys',
    staged: 'staging.link_alleys',
    columns: 'street_id parent_id type level number path path_key label link geom',
    retires: everything,
  },
  {
    table: 'roads',
    staged: 'staging.new_roads',
    columns:
      'osm_way_id class name street_id alley_id alley_level oneway motor foot width_m width_provenance ' +
      'max_height_m max_weight_t speed_kmh bridge tunnel layer node_ids geom',
    retires: everything,
  },
  {
    table: 'barriers',
    staged: 'staging.new_barriers',
    columns: 'osm_node_id kind geom',
    retires: everything,
  },
  {
    table: 'admin_units',
    staged: 'staging.new_admin_units',
    columns: 'osm_type osm_id code type name source geom',
    retires: fromOsm,
  },
  {
    table: 'buildings',
    staged: 'staging.new_buildings',
    columns: 'osm_type osm_id name use floors geom',
    retires: everything,
  },
  {
    table: 'water_bodies',
    staged: 'staging.new_water_bodies',
    columns: 'osm_type osm_id kind name geom',
    retires: everything,
  },
  {
    table: 'water_points',
    staged: 'staging.new_water_points',
    columns:
      'osm_type osm_id kind status flow_lps pressure_bar volume_m3 owner name source notes geom',
    retires: fromOsm,
  },
  {
    table: 'stations',
    staged: 'staging.new_stations',
    columns: 'osm_type osm_id name phone source geom',
    retires: fromOsm,
  },
  {
    table: 'landmarks',
    staged: 'staging.new_landmarks',
    columns: 'osm_type osm_id kind name name_key geom',
    retires: everything,
  },
];

export const addressColumns = (
  'house_number number_value street_id alley_id street_text label building_id building_link building_link_m ' +
  'ward_id point door access access_road_id door_provenance source osm_type osm_id register_id'
).split(' ');

/** Brings the live tables to what is staged. The caller holds the transaction. */
export async function mergeCity(
  client: pg.PoolClient,
  batchId: number,
): Promise<Record<string, MergeCounts>> {
  const counts: Record<string, MergeCounts> = {};
  for (const merge of merges)
    counts[merge.table] = await mergeRows(client, batchId, {
      ...merge,
      columns: merge.columns.split(' '),
    });
  counts['alley_mouths'] = await mergeMouths(client);
  counts['addresses'] = await mergeRows(client, batchId, {
    table: 'addresses',
    staged: 'staging.new_addresses',
    columns: addressColumns,
    retires: everything,
  });
  return counts;
}

/** Retires register rows of a place that is no longer loaded; returns how many. */
export async function retireForeignRegisters(client: pg.PoolClient): Promise<number> {
  let retired = 0;
  for (const table of ['units', 'stations', 'water_points', 'admin_units']) {
    const { rowCount } = await client.query(
      `update ${table} live set retired_at = now()
       where live.retired_at is null and live.source <> 'osm' and not staging.is_kept(live.batch_id)`,
    );
    retired += rowCount ?? 0;
  }
  return retired;
}
