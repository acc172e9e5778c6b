import type pg from 'pg';
import { z } from 'zod';
import { fillTypeLabels } from '../addresses/fill-names.ts';
import { linkAddresses } from '../addresses/link-addresses.ts';
import { runSqlFile } from '../batches/sql-file.ts';
import { addressColumns } from '../osm/merge-city.ts';
import { latitude, longitude, optionalNumber, optionalText, requiredText } from './fields.ts';
import type { Register } from './register.ts';

async function stageAddresses(client: pg.PoolClient): Promise<void> {
  await fillTypeLabels(client);
  await runSqlFile(client, new URL('stage-addresses.sql', import.meta.url));
  await linkAddresses(client);
  await client.query(`create view staging.register_addresses as
    select n.*, r.notes from staging.new_addresses n join staging.rows r on r.id = n.register_id`);
}

export const addresses: Register = {
  kind: 'addresses',
  about: 'house numbers with their place',
  key: 'id',
  columns: [
    { name: 'id', isRequired: true, help: 'your own key' },
    { name: 'house_number', isRequired: true, help: '37, 12A' },
    { name: 'street', isRequired: true, help: 'Phố Khương Hạ; a named alley counts as a street' },
    { name: 'lon', isRequired: true, help: 'degrees, WGS 84: the door or the house' },
    { name: 'lat', isRequired: true, help: 'degrees, WGS 84' },
    {
      name: 'alley_path',
      isRequired: false,
      help: 'from the street inwards: 29/70 is ngõ 29, ngách 70',
    },
    {
      name: 'ward',
      isRequired: false,
      help: 'kept as a note; the ward itself follows from the place',
    },
    { name: 'building_floors', isRequired: false, help: 'kept as a note' },
  ],
  row: z.object({
    id: requiredText,
    house_number: requiredText,
    street: requiredText,
    lon: longitude,
    lat: latitude,
    alley_path: optionalText.pipe(
      z
        .string()
        .regex(/^[\p{L}\d+-]+(\/[\p{L}\d+-]+)*$/u, 'is no path such as 29/70')
        .nullable(),
    ),
    ward: optionalText,
    building_floors: optionalNumber(1, 200),
  }),
  staged: {
    id: 'text',
    house_number: 'text',
    street: 'text',
    lon: 'float8',
    lat: 'float8',
    alley_path: 'text',
    ward: 'text',
    building_floors: 'smallint',
  },
  stage: stageAddresses,
  merges: [
    {
      table: 'streets',
      staged: 'staging.unmapped_street_rows',
      columns: ['type', 'name', 'name_key'],
    },
    {
      table: 'alleys',
      staged: 'staging.unmapped_alley_rows',
      columns: 'street_id parent_id type level number path path_key label link'.split(' '),
    },
    {
      table: 'addresses',
      staged: 'staging.register_addresses',
      columns: [...addressColumns, 'notes'],
      retires: "live.source = 'register'",
    },
  ],
};
