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
  lengthened: 'the way has this id still, but a part of it now is road that was joined to it',
  moved: 'the way has this id still, but runs elsewhere now',
  'other-city': 'it belongs to another city than the one loaded',
  'number-taken': 'another house of the same object has this number now',
};

/** What a reason says that names roads, metres or another correction. */
function explain(reason: string): string {
  const [code, ...about] = reason.split(' ');
  const ways = about.filter((word) => word.startsWith('way:')).join(', ');
  if (code === 'part-of') return `it is a part of the longer ${ways} now`;
  if (code === 'stricter') return `${about.join()} allows less on the same road, and holds there`;
  if (code === 'spread')
    return `it holds on all of ${ways} now, as it allows less than the map does; nobody measured the rest of that`;
  if (code !== 'partly') return reasons[reason] ?? reason;
  const where = ways === '' ? 'where no road runs now' : `where ${ways} runs now`;
  return `it holds no longer on ${about[0]} m of it, ${where}`;
}

function describe({ id, target, label, field, value, author, entered, reason }: Row): string {
  return `  ${String(id).padStart(6)}  ${target}, ${label}: ${field} ${value} (${author}, ${entered}): ${explain(reason)}`;
}

const columns = `c.id, case c.target_kind when 'road' then 'way:' else 'address:' end || c.target_id as target, c.label,
  c.field, c.value #>> '{}' as value, c.author, to_char(coalesce(c.observed_on, c.entered_at), 'YYYY-MM-DD') as entered`;

/** The corrections that match nothing any more, or not the road they were entered for, in words. */
export async function listUnmatched(database: Database): Promise<string[]> {
  const { rows } = await database.query<Row & { state: string }>(
    `select ${columns}, c.state, coalesce(c.reason, 'gone') as reason from current_corrections c
     where c.state = 'unmatched' or c.reason is not null order by c.id`,
  );
  const { rows: sums } = await database.query<{ count: number }>(
    `select count(*)::integer as count from current_corrections where state = 'applied'`,
  );
  const applied = sums[0]?.count ?? 0;
  const are = applied === 1 ? 'correction is' : 'corrections are';
  if (rows.length === 0) return [`${applied} ${are} in force; all of them match the map.`];
  const waiting = rows.filter(({ state }) => state === 'unmatched');
  const doubtful = rows.filter(({ state }) => state !== 'unmatched');
  const match = waiting.length === 1 ? 'matches' : 'match';
  return [
    `${applied} ${are} in force; ${waiting.length} ${match} nothing any more${waiting.length === 0 ? '.' : ':'}`,
    ...waiting.map(describe),
    ...(doubtful.length === 0
      ? []
      : ['In force on a part of their road only, or on more than it:']),
    ...doubtful.map(describe),
    ...(waiting.length === 0 ? [] : ['They wait for their house or road to come back.']),
    'Enter them anew for what stands there now, or withdraw them.',
  ];
}

const mostNamed = 10;

function listSome(title: string, rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  const more = rows.length > mostNamed ? [`  … and ${rows.length - mostNamed} more`] : [];
  return [`${title}: ${rows.length}`, ...rows.slice(0, mostNamed).map(describe), ...more];
}

/** Those that an import which is only staged so far would leave without a match, or with less or more than they had. */
export async function describeNewlyUnmatched(database: Database): Promise<string[]> {
  const { rows: staged } = await database.query<{ is: boolean }>(
    `select to_regclass('staging.unmatched_corrections') is not null as is`,
  );
  if (staged[0]?.is !== true) return [];
  const { rows: unmatched } = await database.query<Row>(
    `select ${columns}, u.reason from staging.unmatched_corrections u join corrections c on c.id = u.correction_id
     where c.state = 'applied' order by c.id`,
  );
  const { rows: doubtful } = await database.query<Row>(
    `select ${columns}, d.reason from staging.correction_doubts d join corrections c on c.id = d.correction_id
     where c.reason is distinct from d.reason order by c.id`,
  );
  return [
    ...listSome('Corrections that would match nothing any more', unmatched),
    ...listSome(
      'Corrections that would hold on a part of their road only, or on more than it',
      doubtful,
    ),
  ];
}
