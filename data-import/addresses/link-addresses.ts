import type pg from 'pg';
import { runSqlFile } from '../batches/sql-file.ts';
import { fillNames, splitHouseNumbers } from './fill-names.ts';

/**
 * From `staging.address_inputs` and the `link_…` tables to `staging.new_addresses`: which street or alley each
 * address names, its building, its door, its ward.
 */
export async function linkAddresses(client: pg.PoolClient): Promise<void> {
  await splitHouseNumbers(client);
  await fillNames(client, 'select street_text as text from staging.address_inputs');
  for (const name of ['link-names.sql', 'link-doors.sql', 'address-rows.sql'])
    await runSqlFile(client, new URL(name, import.meta.url));
}
