// From osm2pgsql's raw tables to rows ready to merge, each step a SQL file over the schema `staging`.

import { basename } from 'node:path';
import type pg from 'pg';
import { fillFoldedNames, fillNames, fillTypeLabels } from '../addresses/fill-names.ts';
import { linkAddresses } from '../addresses/link-addresses.ts';
import { ImportError } from '../batches/import-error.ts';
import { runStep, type Log } from '../batches/progress.ts';
import { runSqlFile } from '../batches/sql-file.ts';
import { applyCorrectionsToStaging } from '../corrections/stage-corrections.ts';
import { matchIds } from './match-ids.ts';
import { runOsm2pgsql } from './run-osm2pgsql.ts';
import { settlePlace, type Place } from './settle-place.ts';

export type CitySource = {
  databaseUrl: string;
  file: string;
  synthetic: boolean;
  allowReplace: boolean;
  log: Log;
};

const streetFiles = [
  'stage-roads.sql',
  'stage-streets.sql',
  'stage-alleys.sql',
  'stage-alley-links.sql',
  'stage-alley-rows.sql',
  'stage-road-rows.sql',
  'stage-way-aliases.sql',
];

const otherNames = `
  select btrim(part) as text
  from staging.roads r cross join regexp_split_to_table(concat_ws(';', r.alt_name, r.old_name), ';') part
  where btrim(part) <> ''`;

async function runFiles(client: pg.PoolClient, names: readonly string[]): Promise<void> {
  for (const name of names) await runSqlFile(client, new URL(name, import.meta.url));
}

async function readFile(client: pg.PoolClient, source: CitySource): Promise<void> {
  const { databaseUrl, file, log } = source;
  await runStep(log, `Reading ${basename(file)}`, () => runOsm2pgsql(databaseUrl, file));
  await runFiles(client, ['../batches/prepare-staging.sql', 'extent.sql']);
  const { rowCount } = await client.query('select from staging.extent');
  if (rowCount === 0)
    throw new ImportError(
      `${basename(file)} has no roads (no way tagged highway), so it is no city.`,
    );
}

async function settle(client: pg.PoolClient, source: CitySource): Promise<Place> {
  const place = await settlePlace(client, source);
  await fillTypeLabels(client);
  const isVietnamese = await fillNames(client, 'select name as text from staging.roads');
  await fillNames(client, otherNames);
  await client.query(
    `insert into staging.settings (srid, replace, drop_registers, synthetic, vietnamese)
     select srid, $1, $2, $3, $4 from staging.extent`,
    [place.replace, place.dropRegisters, source.synthetic, isVietnamese],
  );
  return place;
}

const matchAddresses = new URL('match-addresses.sql', import.meta.url);

/** Fills the schema `staging` up to the `new_…` and `link_…` tables. Live tables are only read. */
export async function stageCity(client: pg.PoolClient, source: CitySource): Promise<Place> {
  const { log } = source;
  await readFile(client, source);
  const place = await settle(client, source);
  await runStep(log, 'Recognising what is there already', () => matchIds(client));
  await runStep(log, 'Gathering streets and alleys', () => runFiles(client, streetFiles));
  await runStep(log, 'Gathering buildings, water and landmarks', async () => {
    await fillFoldedNames(client, 'select name from staging.landmarks');
    await runFiles(client, ['stage-places.sql']);
  });
  await runStep(log, 'Linking addresses to buildings and doors', async () => {
    await runFiles(client, ['stage-address-inputs.sql']);
    await linkAddresses(client, matchAddresses);
    await runFiles(client, ['stage-aliases.sql']);
  });
  await runStep(log, 'Applying what people corrected', () => applyCorrectionsToStaging(client));
  return place;
}
