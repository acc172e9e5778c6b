import type pg from 'pg';
import { runSqlFile } from '../batches/sql-file.ts';
import { fillNames, splitHouseNumbers } from './fill-names.ts';

/**
 * From `staging.address_inputs` and the `link_…` tables to `staging.new_addresses`: which street or alley each
 * address names, its building, its door, its ward. `match` is the SQL file that finds which live rows they are.
 */
export async function linkAddresses(client: pg.PoolClient, match: URL): Promise<void> {
  await splitHouseNumbers(client);
  await fillNames(client, 'select street_text as text from staging.address_inputs');
  for (const name of ['link-names.sql', 'link-doors.sql', 'linked-addresses.sql'])
    await runSqlFile(client, new URL(name, import.meta.url));
  await runSqlFile(client, match);
  await runSqlFile(client, new URL('address-rows.sql', import.meta.url));
}
