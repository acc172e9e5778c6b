import type { Database } from '../../sql/pool.ts';
import { upperFirst } from './describe-places.ts';
import { findNearby } from './queries.ts';
import type { NearbyPlaces } from './schema.ts';
import type { Near } from './score-places.ts';

/** The houses that somebody at a point, give or take some metres, may be speaking of. */
export async function listNearby(
  database: Database,
  at: Near,
  { meters, limit }: { meters: number; limit: number },
): Promise<NearbyPlaces> {
  const rows = await findNearby(database, [at.lon, at.lat, meters, limit]);
  return {
    total: rows[0]?.total ?? 0,
    places: rows.map(({ id, label, lon, lat, meters }) => ({
      id: `address:${id}`,
      label: upperFirst(label),
      lon,
      lat,
      meters: Math.round(meters),
    })),
  };
}
