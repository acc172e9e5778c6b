// Brings what an import has staged to what people know better, before it is compared with the live rows: a correction
// is no change that the import makes, and the map's own value waits behind it in `corrected_rows`.

import type pg from 'pg';
import type { Merge } from '../batches/merge.ts';
import { runSqlFile } from '../batches/sql-file.ts';

export const correctedColumns = ['correction_id', 'kind', 'row_id', 'field', 'imported'];

/** What a city's import does to `corrected_rows`; it follows the merges of roads and addresses. */
export const cityCorrections: Merge = {
  table: 'corrected_rows',
  staged: 'staging.new_corrected_rows',
  columns: correctedColumns,
  retires: 'true',
  erases: true,
};

/** The same of a register of addresses: only of houses that it names or retires. */
export const houseCorrections: Merge = {
  ...cityCorrections,
  retires: `live.kind = 'address' and (live.row_id in (select id from staging.new_addresses)
    or live.row_id in (select id from staging.changes where table_name = 'addresses' and change = 'gone'))`,
};

export async function runCorrectionFile(client: pg.PoolClient, name: string): Promise<void> {
  await runSqlFile(client, new URL(`${name}.sql`, import.meta.url));
}

export type CorrectionScope = {
  /** Whether the city that is loaded comes from the demo generator. */
  synthetic: string;
  /** SQL: another place takes over, where no correction belongs. */
  isOtherCity: string;
  coversAllHouses: boolean;
};

/** The tables that matching fills, and its thresholds. */
export async function prepareCorrections(
  client: pg.PoolClient,
  { synthetic, isOtherCity, coversAllHouses }: CorrectionScope,
): Promise<void> {
  await client.query(`
    create table staging.correction_rules as
    select (${synthetic}) as synthetic, (${isOtherCity}) as is_other_city, ${coversAllHouses} as covers_all_houses,
      staging.parameter('same_road_within') as within_m, staging.parameter('same_road_share') as least_share,
      staging.parameter('same_road_whole') as whole_share, staging.parameter('same_road_overhang') as overhang_m,
      (select coalesce(max(id), 0) from corrections) as newest_correction;
    create table staging.unmatched_corrections (correction_id bigint not null, reason text not null);
    create table staging.correction_doubts (correction_id bigint not null, reason text not null);
    create table staging.held_values
      (correction_id bigint not null, kind text not null, row_id bigint not null, field text not null, imported jsonb not null)`);
}

const stagedScope = {
  synthetic: 'select synthetic from staging.settings',
  isOtherCity: 'select replace from staging.settings',
};

async function correctHouses(client: pg.PoolClient): Promise<void> {
  await client.query(
    'create table staging.house_candidates as select id, osm_type, osm_id from staging.new_addresses',
  );
  await runCorrectionFile(client, 'match-houses');
  await runCorrectionFile(client, 'correct-staged-houses');
}

/**
 * Corrects the rows that the import of a city has staged (`new_roads`, `new_addresses`), after everything else is
 * linked to them. Makes `staging.new_corrected_rows` and `staging.unmatched_corrections`.
 */
export async function applyCorrectionsToStaging(client: pg.PoolClient): Promise<void> {
  await prepareCorrections(client, { ...stagedScope, coversAllHouses: true });
  await client.query(
    `insert into staging.unmatched_corrections
     select c.id, 'other-city' from current_corrections c cross join staging.correction_rules s
     where c.synthetic <> s.synthetic or s.is_other_city;
     create table staging.road_candidates as
     select n.id, n.osm_way_id, n.name, n.geom, live.geom as former, n.width_m, n.max_height_m, n.max_weight_t
     from staging.new_roads n left join roads live on live.id = n.id and live.retired_at is null`,
  );
  await runCorrectionFile(client, 'match-roads');
  await runCorrectionFile(client, 'correct-staged-roads');
  await correctHouses(client);
  await runCorrectionFile(client, 'corrected-rows');
}

/** The same for a register of addresses, which stages some houses only. */
export async function applyCorrectionsToStagedHouses(client: pg.PoolClient): Promise<void> {
  await prepareCorrections(client, { ...stagedScope, coversAllHouses: false });
  await correctHouses(client);
  await runCorrectionFile(client, 'corrected-rows');
}
