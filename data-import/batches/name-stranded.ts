// Units that stay while their station goes: they are ranked only from a position of their own, and nobody would see why.

import type pg from 'pg';
import type { Merge } from './merge.ts';

const noRows = '(select null::bigint as id where false)';

/** Those that would be without a station, now or since earlier, each with the one it had; reads `staging.changes`. */
export async function nameStranded(
  client: pg.PoolClient,
  merges: readonly Merge[],
): Promise<string[]> {
  if (!merges.some(({ table }) => table === 'stations' || table === 'units')) return [];
  const { staged = noRows, columns = [] } = merges.find(({ table }) => table === 'units') ?? {};
  const column = (name: string) =>
    columns.includes(name) ? `coalesce(n.${name}, u.${name})` : `u.${name}`;
  const { rows } = await client.query<{ label: string }>(
    `select distinct concat(u.call_sign, ' (', s.name, ')') as label
     from (
       select ${column('call_sign')} as call_sign, ${column('station_id')} as station_id
       from units u full join ${staged} n on n.id = u.id
       left join staging.changes c on c.table_name = 'units' and c.id = coalesce(n.id, u.id)
       where c.change is distinct from 'gone' and (u.retired_at is null or c.change = 'back')
     ) u
     join stations s on s.id = u.station_id
     left join staging.changes c on c.table_name = 'stations' and c.id = s.id
     where c.change = 'gone' or (s.retired_at is not null and c.change is distinct from 'back')
     order by label`,
  );
  return rows.map(({ label }) => label);
}
