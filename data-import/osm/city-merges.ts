import type { Merge } from '../batches/merge.ts';
import { cityCorrections } from '../corrections/stage-corrections.ts';

const everything = 'true';
// Register rows of a place that is no longer loaded go with it.
const fromOsm = "live.source = 'osm' or not staging.is_kept(live.batch_id)";
const fromOsmAlias = "live.source = 'osm'";

function split(columns: string): string[] {
  return columns.split(' ');
}

export const addressColumns = (
  'house_number number_value street_id alley_id street_text label building_id building_link building_link_m ' +
  'ward_id point door access access_road_id door_provenance source osm_type osm_id register_id'
).split(' ');

// Columns as the rows of `new_…` and `link_…` tables carry them, in the order in which rows point at one another.
export const cityMerges: readonly Merge[] = [
  {
    table: 'streets',
    staged: 'staging.new_streets',
    columns: split('type name name_key geom'),
    retires: everything,
  },
  {
    table: 'alleys',
    staged: 'staging.link_alleys',
    columns: split('street_id parent_id type level number path path_key label link geom'),
    retires: everything,
  },
  {
    table: 'roads',
    staged: 'staging.new_roads',
    columns: split(
      'osm_way_id class name street_id alley_id alley_level oneway roundabout motor foot width_m ' +
        'width_provenance max_height_m max_weight_t speed_kmh bridge tunnel layer is_pavement node_ids geom',
    ),
    retires: everything,
  },
  {
    table: 'barriers',
    staged: 'staging.new_barriers',
    columns: split('osm_node_id kind geom'),
    retires: everything,
  },
  {
    table: 'admin_units',
    staged: 'staging.new_admin_units',
    columns: split('osm_type osm_id code type name source geom'),
    retires: fromOsm,
  },
  {
    table: 'buildings',
    staged: 'staging.new_buildings',
    columns: split('osm_type osm_id name use floors geom'),
    retires: everything,
  },
  {
    table: 'water_bodies',
    staged: 'staging.new_water_bodies',
    columns: split('osm_type osm_id kind name geom'),
    retires: everything,
  },
  {
    table: 'water_points',
    staged: 'staging.new_water_points',
    columns: split(
      'osm_type osm_id kind status flow_lps pressure_bar volume_m3 owner name source notes geom',
    ),
    retires: fromOsm,
  },
  {
    table: 'stations',
    staged: 'staging.new_stations',
    columns: split('osm_type osm_id name phone source geom'),
    retires: fromOsm,
  },
  {
    table: 'landmarks',
    staged: 'staging.new_landmarks',
    columns: split('osm_type osm_id kind name name_key geom'),
    retires: everything,
  },
  {
    table: 'units',
    columns: [],
    retires: "live.source <> 'osm' and not staging.is_kept(live.batch_id)",
  },
  {
    table: 'water_mains',
    columns: [],
    retires: 'not staging.is_kept(live.batch_id)',
  },
  {
    table: 'contacts',
    columns: [],
    retires: 'not staging.is_kept(live.batch_id)',
  },
  {
    table: 'mobilised_vehicles',
    columns: [],
    retires: 'not staging.is_kept(live.batch_id)',
  },
  {
    table: 'alley_mouths',
    staged: 'staging.new_mouths',
    columns: split('alley_id onto_street_id onto_alley_id osm_node_id geom'),
    retires: everything,
    erases: true,
  },
  {
    table: 'way_aliases',
    staged: 'staging.new_way_aliases',
    columns: split('street_id alley_id kind text street_type street_name street_key path_key'),
    retires: everything,
    erases: true,
  },
  {
    table: 'addresses',
    staged: 'staging.new_addresses',
    columns: addressColumns,
    retires: everything,
  },
  {
    table: 'address_aliases',
    staged: 'staging.new_aliases',
    columns: split('address_id text text_key source'),
    retires: fromOsmAlias,
    erases: true,
  },
  cityCorrections,
];
