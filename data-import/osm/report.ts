import type pg from 'pg';

export type TagCount = {
  tag: string;
  /** What `osmium tags-count` says of the same file (for `highway`, of its ways). */
  tagged: number;
  stored: number;
  /** How many rows they make, where one object makes several. */
  rows?: number;
  /** Why the others were not stored, and how many. */
  reasons: Record<string, number>;
};

// Objects of which every number is one of the register.
const ofRegister = `
  select count(*) from (
    select n.osm_type, n.osm_id from staging.address_numbers n
    left join staging.register_twins t on t.osm_type = lower(n.osm_type) and t.osm_id = n.osm_id
    group by 1, 2 having count(distinct t.input) = count(distinct n.house_number)) twins`;

const storedByTag = `
  select 'highway' as tag, count(*)::integer as stored from staging.roads
  union all select 'building', count(*) from staging.buildings
  union all select 'addr:housenumber', (select count(*) from staging.addresses) - (${ofRegister})
  union all select 'amenity=fire_station', count(*) from staging.new_stations
  union all select 'natural=water', count(*) from staging.water_bodies where is_natural_water
  union all select 'emergency=fire_hydrant', 0
  union all select tag, count(*) from staging.water_points group by tag
  union all select 'boundary=administrative', count(*) from staging.admin_units`;

const skippedByTag = `
  select kind as tag, reason, count(*)::integer as count from staging.skipped group by 1, 2
  union all
  select 'amenity=fire_station', 'the same station as the area around it',
    (select count(*) from staging.stations)::integer - (select count(*) from staging.new_stations)::integer
  union all
  select 'addr:housenumber', 'in the register of addresses already', (${ofRegister})::integer`;

/** Counts what the file carries and what was stored of it. Reads the staging tables. */
export async function countTags(client: pg.PoolClient): Promise<TagCount[]> {
  const stored = await client.query<{ tag: string; stored: number }>(
    `select tag, sum(stored)::integer as stored from (${storedByTag}) counted group by tag order by tag`,
  );
  const skipped = await client.query<{ tag: string; reason: string; count: number }>(skippedByTag);
  const counts = new Map<string, TagCount>();
  for (const { tag, stored: count } of stored.rows)
    counts.set(tag, { tag, tagged: count, stored: count, reasons: {} });
  const addresses = counts.get('addr:housenumber');
  if (addresses) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::integer as count from staging.new_addresses where source = 'osm'`,
    );
    if (rows[0] && rows[0].count !== addresses.stored) addresses.rows = rows[0].count;
  }
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

/** What the city will lack for an answer to a fire once the compared changes are applied. */
export async function noteGaps(client: pg.PoolClient): Promise<string[]> {
  const notes: string[] = [];
  for (const { table, note } of gaps) {
    const { rowCount } = await client.query(
      `(select from ${table} live where retired_at is null and not exists (
          select from staging.changes c where c.table_name = '${table}' and c.id = live.id and c.change = 'gone') limit 1)
       union all
       (select from staging.changes where table_name = '${table}' and change in ('new', 'back') limit 1)`,
    );
    if (rowCount === 0) notes.push(note);
  }
  return notes;
}

function describeTag({ tag, tagged, stored, rows, reasons }: TagCount): string {
  const missing = Object.entries(reasons).map(([reason, count]) => `${count} ${reason}`);
  const label = tag === 'highway' ? 'highway (ways)' : tag;
  const asRows = rows === undefined ? '' : ` as ${rows} rows`;
  const why = missing.length > 0 ? `; not stored: ${missing.join(', ')}` : '';
  return `  ${label.padEnd(28)}${String(tagged).padStart(9)} tagged${String(stored).padStart(9)} stored${asRows}${why}`;
}

/** What the file carries and what is stored of it, a line per tag. */
export function describeTags(tags: readonly TagCount[]): string[] {
  return ['In the file:', ...tags.map(describeTag)];
}
