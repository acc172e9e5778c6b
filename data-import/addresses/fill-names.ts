import type pg from 'pg';
import { foldText } from '../../geo/addresses/normalise-text.ts';
import { typeLabels } from '../../geo/addresses/parse-alley-name.ts';
import { splitHouseNumber } from '../../geo/addresses/split-house-number.ts';
import { copyRows } from '../batches/copy-rows.ts';
import { looksVietnamese, nameColumns, readWayName } from './way-names.ts';

export async function fillTypeLabels(client: pg.PoolClient): Promise<void> {
  const target = { table: 'staging.type_labels', columns: ['type', 'label'] };
  await copyRows(client, target, Object.entries(typeLabels));
}

/** Reads every text that `query` (one column `text`) yields and `staging.names` lacks; says whether they are Vietnamese. */
export async function fillNames(client: pg.PoolClient, query: string): Promise<boolean> {
  const { rows } = await client.query<{ text: string }>(
    `select distinct q.text from (${query}) q
     where q.text is not null and not exists (select 1 from staging.names n where n.text = q.text)`,
  );
  const names = rows.map(({ text }) => readWayName(text));
  await copyRows(client, { table: 'staging.names', columns: nameColumns }, names);
  return looksVietnamese(names);
}

/** Search keys of the names that `query` (one column `name`) yields. */
export async function fillFoldedNames(client: pg.PoolClient, query: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`select distinct q.name from (${query}) q`);
  const target = { table: 'staging.folded_names', columns: ['name', 'key'] };
  await copyRows(
    client,
    target,
    rows.map(({ name }) => [name, foldText(name)]),
  );
}

/** Takes house numbers apart that carry words; changes `house_number` and `street_text` of the inputs. */
export async function splitHouseNumbers(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ number: string; street: string | null }>(
    `select distinct house_number as number, street_text as street from staging.address_inputs
     where house_number ~ '[[:alpha:]]{2}|^\\s|\\s$|\\s\\s'`,
  );
  const fixes = rows.flatMap(({ number, street }) => {
    const split = splitHouseNumber(number, street);
    const isSame = split.houseNumber === number && split.street === street;
    return isSame ? [] : [[number, street, split.houseNumber, split.street]];
  });
  if (fixes.length === 0) return;
  await client.query(`create table staging.number_fixes
    (number text not null, street text, new_number text not null, new_street text)`);
  const columns = ['number', 'street', 'new_number', 'new_street'];
  await copyRows(client, { table: 'staging.number_fixes', columns }, fixes);
  await client.query(
    `update staging.address_inputs a set house_number = f.new_number, street_text = f.new_street
     from staging.number_fixes f
     where f.number = a.house_number and f.street is not distinct from a.street_text`,
  );
}
