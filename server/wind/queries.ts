import { z } from 'zod';
import type { Database } from '../../sql/pool.ts';

const observation = z.object({
  fromDegrees: z.number(),
  speedMps: z.number().nullable(),
  observedAt: z.string(),
  source: z.string(),
  ageSeconds: z.number(),
});
export type Observation = z.infer<typeof observation>;

const columns = `from_degrees as "fromDegrees", speed_mps as "speedMps", source,
  to_char(observed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "observedAt",
  greatest(0, extract(epoch from now() - observed_at))::float8 as "ageSeconds"`;

/** The newest observation; null when there is none. */
export async function readNewest(database: Database): Promise<Observation | null> {
  const { rows } = await database.query(
    `select ${columns} from wind_observations order by observed_at desc, id desc limit 1`,
  );
  return rows[0] ? observation.parse(rows[0]) : null;
}

/** `observedAt` null: now; later than now counts as now. */
export async function addObservation(
  database: Database,
  {
    fromDegrees,
    speedMps,
    observedAt,
    source,
  }: Omit<Observation, 'ageSeconds' | 'observedAt'> & { observedAt: string | null },
): Promise<Observation> {
  const { rows } = await database.query(
    `insert into wind_observations (from_degrees, speed_mps, observed_at, source)
     values ($1, $2, least($3::timestamptz, now()), $4) returning ${columns}`,
    [fromDegrees, speedMps, observedAt, source],
  );
  return observation.parse(rows[0]);
}
