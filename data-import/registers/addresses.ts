import type pg from 'pg';
import { z } from 'zod';
import { fillTypeLabels } from '../addresses/fill-names.ts';
import { linkAddresses } from '../addresses/link-addresses.ts';
import { runSqlFile } from '../batches/sql-file.ts';
import {
  applyCorrectionsToStagedHouses,
  houseCorrections,
} from '../corrections/stage-corrections.ts';
import { addressColumns } from '../osm/city-merges.ts';
import {
  latitude,
  longitude,
  optionalAlleyPath,
  optionalNumber,
  optionalText,
  requiredText,
} from './fields.ts';
import { findRegisterIds } from './register-ids.ts';
import type { Register, StageOptions } from './register.ts';

const matchFile = new URL('match-addresses.sql', import.meta.url);

async function stageAddresses(client: pg.PoolClient, { isComplete }: StageOptions): Promise<void> {
  await fillTypeLabels(client);
  await findRegisterIds(client, 'addresses');
  await runSqlFile(client, new URL('stage-addresses.sql', import.meta.url));
  await linkAddresses(client, matchFile);
  await applyCorrectionsToStagedHouses(client);
  const columns = [...addressColumns, 'notes'];
  const isOsmAgain: Record<string, string> = {
    source: `'osm'`,
    register_id: 'null',
    notes: `'{}'`,
  };
  // A row that a whole register lacks, but that OpenStreetMap has as well, goes on as OpenStreetMap's.
  const left = columns.map((column) => isOsmAgain[column] ?? `l.${column}`);
  await client.query(`create view staging.register_addresses as
    select n.id, ${addressColumns.map((column) => `n.${column}`).join(', ')}, r.notes
    from staging.new_addresses n join staging.rows r on r.id = n.register_id
    union all
    select l.id, ${left.join(', ')} from addresses l
    where ${isComplete} and l.retired_at is null and l.source = 'register' and l.osm_id is not null
      and not exists (select from staging.new_addresses n where n.id = l.id)`);
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
    alley_path: optionalAlleyPath,
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
      retires: 'live.id in (select id from staging.spare_osm_rows)',
      retiresWhenComplete: "live.source = 'register'",
    },
    houseCorrections,
  ],
};
