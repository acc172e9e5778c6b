import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { z } from 'zod';
import { defineQuery } from '../../sql/query-file.ts';
import { tooLate, within } from '../within.ts';
import type { Health } from './schema.ts';

const selectCityState = defineQuery(
  new URL('./read-city-state.sql', import.meta.url),
  z.object({
    name: z.string().nullable(),
    synthetic: z.boolean().nullable(),
    osm_timestamp: z.date().nullable(),
    west: z.number().nullable(),
    south: z.number().nullable(),
    east: z.number().nullable(),
    north: z.number().nullable(),
    data_version: z.string(),
    data_changed_at: z.date().nullable(),
    import_kind: z.string().nullable(),
    import_file: z.string().nullable(),
    import_at: z.date().nullable(),
    addresses: z.number(),
    buildings: z.number(),
    stations: z.number(),
    units: z.number(),
    water_points: z.number(),
  }),
);

type KnownState = Pick<Health, 'city' | 'dataChangedAt' | 'lastImport'>;
export type CityState = KnownState & Pick<Health, 'database'> & { dataVersion: string | null };

const nothingKnown: KnownState = { city: null, dataChangedAt: null, lastImport: null };

// Counting a million rows for every look at the state would be a load of its own.
const counted = new LRUCache<string, KnownState>({ max: 4, ttl: 10_000 });
const counting = new WeakMap<pg.Pool, Promise<KnownState>>();

/** What was last known of each database: still true while it is away. */
const lastKnown = new WeakMap<pg.Pool, KnownState>();

/** A database that stands still must not let the answer about it stand still too. */
const patienceMillis = 1_500;

/** A database that is down is a state to tell of, not an error. */
export async function readCityState(database: pg.Pool): Promise<CityState> {
  const version = await within(readVersion(database), patienceMillis);
  if (version === tooLate || version === null)
    return { ...(lastKnown.get(database) ?? nothingKnown), database: 'down', dataVersion: null };
  const fresh = counted.get(version);
  if (fresh) return { ...fresh, database: 'ok', dataVersion: version };
  const known = await within(count(database, version), patienceMillis);
  const latest = known === tooLate ? (lastKnown.get(database) ?? nothingKnown) : known;
  return { ...latest, database: 'ok', dataVersion: version };
}

/** Once for all who ask meanwhile: of a database that is slow already. */
function count(database: pg.Pool, version: string): Promise<KnownState> {
  const running = counting.get(database);
  if (running) return running;
  const work = selectCityState(database, [])
    .then(([row]) => {
      const known: KnownState = row ? toKnown(row) : nothingKnown;
      counted.set(version, known);
      lastKnown.set(database, known);
      return known;
    })
    .finally(() => counting.delete(database));
  counting.set(database, work);
  return work;
}

async function readVersion(database: pg.Pool): Promise<string | null> {
  try {
    const { rows } = await database.query<{ version: string }>(
      'select current_data_version()::text as version',
    );
    return rows[0]!.version;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

type CityRow = Awaited<ReturnType<typeof selectCityState>>[number];

function toKnown(row: CityRow): KnownState {
  const { import_kind: kind, import_file: fileName, import_at: at } = row;
  return {
    city: toCity(row),
    dataChangedAt: row.data_changed_at?.toISOString() ?? null,
    lastImport:
      kind === null || fileName === null || at === null
        ? null
        : { kind, fileName, at: at.toISOString() },
  };
}

function toCity(row: CityRow): CityState['city'] {
  const { name, synthetic, west, south, east, north } = row;
  if (name === null || west === null || south === null || east === null || north === null)
    return null;
  return {
    name,
    synthetic: synthetic ?? false,
    bounds: [west, south, east, north],
    osmTimestamp: row.osm_timestamp?.toISOString() ?? null,
    attribution: synthetic ? null : '© OpenStreetMap contributors',
    counts: {
      addresses: row.addresses,
      buildings: row.buildings,
      stations: row.stations,
      units: row.units,
      waterPoints: row.water_points,
    },
  };
}
