import type { Database } from '../../sql/pool.ts';

type Row = {
  id: number;
  target: string;
  label: string;
  field: string;
  value: string;
  author: string;
  entered: string;
  reason: string;
};

const reasons: Record<string, string> = {
  gone: 'it is no longer in the map',
  lengthened: 'the way has this id still, but most of it now is road that was joined to it',
  moved: 'the way has this id still, but runs elsewhere now',
  'other-city': 'it belongs to another city than the one loaded',
  'number-taken': 'another house of the same object has this number now',
};

function explain(reason: string): string {
  const longer = /^part-of (way:\d+)$/.exec(reason)?.[1];
  if (longer !== undefined) return `it is a part of the longer ${longer} now`;
  return reasons[reason] ?? reason;
}

function describe({ id, target, label, field, value, author, entered, reason }: Row): string {
  return `  ${String(id).padStart(6)}  ${target}, ${label}: ${field} ${value} (${author}, ${entered}): ${explain(reason)}`;
}

const columns = `c.id, case c.target_kind when 'road' then 'way:' else 'address:' end || c.target_id as target, c.label,
  c.field, c.value #>> '{}' as value, c.author, to_char(coalesce(c.observed_on, c.entered_at), 'YYYY-MM-DD') as entered`;

/** The corrections that match nothing any more, in words. */
export async function listUnmatched(database: Database): Promise<string[]> {
  const { rows } = await database.query<Row>(
    `select ${columns}, coalesce(c.reason, 'gone') as reason from current_corrections c
     where c.state = 'unmatched' order by c.id`,
  );
  const { rows: sums } = await database.query<{ count: number }>(
    `select count(*)::integer as count from current_corrections where state = 'applied'`,
  );
  const applied = sums[0]?.count ?? 0;
  const are = applied === 1 ? 'correction is' : 'corrections are';
  if (rows.length === 0) return [`${applied} ${are} in force; all of them match the map.`];
  return [
    `${applied} ${are} in force; ${rows.length} match${rows.length === 1 ? 'es' : ''} nothing any more:`,
    ...rows.map(describe),
    'They wait for their house or road to come back. Enter them anew for what stands there now, or withdraw them.',
  ];
}

const mostNamed = 10;

/** Those that an import which is only staged so far would leave without a match, and that had one. */
export async function describeNewlyUnmatched(database: Database): Promise<string[]> {
  const { rows: staged } = await database.query<{ is: boolean }>(
    `select to_regclass('staging.unmatched_corrections') is not null as is`,
  );
  if (staged[0]?.is !== true) return [];
  const { rows } = await database.query<Row>(
    `select ${columns}, u.reason from staging.unmatched_corrections u join corrections c on c.id = u.correction_id
     where c.state = 'applied' order by c.id`,
  );
  if (rows.length === 0) return [];
  const more = rows.length > mostNamed ? [`  … and ${rows.length - mostNamed} more`] : [];
  return [
    `Corrections that would match nothing any more: ${rows.length}`,
    ...rows.slice(0, mostNamed).map(describe),
    ...more,
  ];
}
