import type pg from 'pg';
import type { MergeCounts } from '../batches/merge-rows.ts';

export type TagCount = {
  tag: string;
  /** What `osmium tags-count` says of the same file (for `highway`, of its ways). */
  tagged: number;
  stored: number;
  /** Why the others were not stored, and how many. */
  reasons: Record<string, number>;
};

export type CityReport = {
  tags: TagCount[];
  merges: Record<string, MergeCounts>;
  retiredRegisterRows: number;
  notes: string[];
};

const storedByTag = `
  select 'highway' as tag, count(*)::integer as stored from staging.roads
  union all select 'building', count(*) from staging.buildings
  union all select 'addr:housenumber', count(*) from staging.addresses
  union all select 'amenity=fire_station', count(*) from staging.new_stations
  union all select 'natural=water', count(*) from staging.water_bodies where is_natural_water
  union all select 'emergency=fire_hydrant', 0
  union all select tag, count(*) from staging.water_points group by tag
  union all select 'boundary=administrative', count(*) from staging.admin_units`;

const skippedByTag = `
  select kind as tag, reason, count(*)::integer as count from staging.skipped group by 1, 2
  union all
  select 'amenity=fire_station', 'the same station as the area around it',
    (select count(*) from staging.stations)::integer - (select count(*) from staging.new_stations)::integer`;

/** Counts what the file carries and what was stored of it. Reads the staging tables. */
export async function countTags(client: pg.PoolClient): Promise<TagCount[]> {
  const stored = await client.query<{ tag: string; stored: number }>(
    `select tag, sum(stored)::integer as stored from (${storedByTag}) counted group by tag order by tag`,
  );
  const skipped = await client.query<{ tag: string; reason: string; count: number }>(skippedByTag);
  const counts = new Map<string, TagCount>();
  for (const { tag, stored: count } of stored.rows)
    counts.set(tag, { tag, tagged: count, stored: count, reasons: {} });
  for (const { tag, reason, count } of skipped.rows) {
    if (count === 0) continue;
    const entry = counts.get(tag) ?? { tag, tagged: 0, stored: 0, reasons: {} };
    entry.tagged += count;
    entry.reasons[reason] = count;
    counts.set(tag, entry);
  }
  return [...counts.values()];
}

const gaps = [
  {
    table: 'water_points',
    note: 'No water point is known: add a register with `water-points FILE`.',
  },
  { table: 'stations', note: 'No fire station is known: add a register with `stations FILE`.' },
  { table: 'units', note: 'No unit is known: add a register with `units FILE`.' },
];

/** What the loaded city lacks for an answer to a fire. */
export async function noteGaps(client: pg.PoolClient): Promise<string[]> {
  const notes: string[] = [];
  for (const { table, note } of gaps) {
    const { rowCount } = await client.query(
      `select from ${table} where retired_at is null limit 1`,
    );
    if (rowCount === 0) notes.push(note);
  }
  return notes;
}

function describeTag({ tag, tagged, stored, reasons }: TagCount): string {
  const missing = Object.entries(reasons).map(([reason, count]) => `${count} ${reason}`);
  const label = tag === 'highway' ? 'highway (ways)' : tag;
  const why = missing.length > 0 ? `; not stored: ${missing.join(', ')}` : '';
  return `  ${label.padEnd(28)}${String(tagged).padStart(9)} tagged${String(stored).padStart(9)} stored${why}`;
}

function describeMerge([table, counts]: [string, MergeCounts]): string {
  const { added, changed, retired, unchanged } = counts;
  return `  ${table.padEnd(28)}${String(added).padStart(9)} new ${String(changed).padStart(9)} changed ${String(retired).padStart(9)} gone ${String(unchanged).padStart(9)} unchanged`;
}

/** The report in words, a line per kind. */
export function describeReport({ tags, merges, retiredRegisterRows, notes }: CityReport): string[] {
  return [
    'In the file:',
    ...tags.map(describeTag),
    'In the register:',
    ...Object.entries(merges).map(describeMerge),
    ...(retiredRegisterRows > 0
      ? [`  register rows of the former city gone: ${retiredRegisterRows}`]
      : []),
    ...notes,
  ];
}
