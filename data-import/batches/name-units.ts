// Units that an import leaves as nobody wants them: without a station, or with a call sign that others bear too.

import type pg from 'pg';
import type { Merge } from './merge.ts';

const noRows = '(select null::bigint as id where false)';

function concerns(merges: readonly Merge[]): boolean {
  return merges.some(({ table }) => table === 'stations' || table === 'units');
}

/** The units as they will be, each with its station, in SQL; reads `staging.changes`. */
function unitsAfter(merges: readonly Merge[]): string {
  const { staged = noRows, columns = [] } = merges.find(({ table }) => table === 'units') ?? {};
  const column = (name: string) =>
    columns.includes(name) ? `coalesce(n.${name}, u.${name})` : `u.${name}`;
  return `(
    select ${column('call_sign')} as call_sign, s.name as station,
      coalesce(t.change = 'gone' or (s.retired_at is not null and t.change is distinct from 'back'), false)
        as station_is_gone
    from units u full join ${staged} n on n.id = u.id
    left join staging.changes c on c.table_name = 'units' and c.id = coalesce(n.id, u.id)
    join stations s on s.id = ${column('station_id')}
    left join staging.changes t on t.table_name = 'stations' and t.id = s.id
    where c.change is distinct from 'gone' and (u.retired_at is null or c.change = 'back')
  ) u`;
}

/** Those that would be without a station, now or since earlier, each with the one it had. */
export async function nameStranded(
  client: pg.PoolClient,
  merges: readonly Merge[],
): Promise<string[]> {
  if (!concerns(merges)) return [];
  // They are ranked only from a position of their own, and nobody would see why.
  const { rows } = await client.query<{ label: string }>(
    `select distinct concat(call_sign, ' (', station, ')') as label
     from ${unitsAfter(merges)} where station_is_gone order by label`,
  );
  return rows.map(({ label }) => label);
}

/** Call signs that several units would bear, each with their stations: a report that names one is refused. */
export async function nameSharedCallSigns(
  client: pg.PoolClient,
  merges: readonly Merge[],
): Promise<string[]> {
  if (!concerns(merges)) return [];
  const { rows } = await client.query<{ label: string }>(
    `select concat(call_sign, ' (', string_agg(station, ', ' order by station), ')') as label
     from ${unitsAfter(merges)} group by call_sign having count(*) > 1 order by call_sign`,
  );
  return rows.map(({ label }) => label);
}
