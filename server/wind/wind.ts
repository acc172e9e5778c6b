// The wind as a feed reports it. It ages: old, then forgotten.

import type pg from 'pg';
import { RequestError } from '../errors.ts';
import type { Parameters } from '../planner/settings.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import { addObservation, readNewest, type Observation } from './queries.ts';
import type { Wind, WindReport } from './schema.ts';

export type WindServices = { database: pg.Pool; readSettings: SettingsReader };

/** Clocks of two machines differ; more than this is a slip. */
const aheadMillis = 5 * 60_000;
/** What was seen earlier says nothing of now: the feed stands still, or its clock does. */
const backMillis = 24 * 3_600_000;

export async function readWind({ database, readSettings }: WindServices): Promise<Wind | null> {
  const [newest, { parameters }] = await Promise.all([readNewest(database), readSettings()]);
  if (!newest || newest.ageSeconds > parameters.number('wind_forgotten_after')) return null;
  return ageWind(newest, parameters);
}

export async function reportWind(
  { database, readSettings }: WindServices,
  { fromDegrees, speedMps, observedAt, source }: WindReport,
): Promise<Wind> {
  const age = observedAt === undefined ? 0 : Date.now() - Date.parse(observedAt);
  if (age < -aheadMillis)
    throw new RequestError(400, 'invalid-input', 'observedAt: lies in the future');
  if (age > backMillis)
    throw new RequestError(400, 'invalid-input', 'observedAt: lies more than a day back');
  const { parameters } = await readSettings();
  const added = await addObservation(database, {
    fromDegrees: fromDegrees % 360,
    speedMps: speedMps ?? null,
    observedAt: observedAt ?? null,
    source,
  });
  return ageWind(added, parameters);
}

function ageWind(observation: Observation, parameters: Parameters): Wind {
  const isStale = observation.ageSeconds > parameters.number('wind_stale_after');
  return { ...observation, isStale };
}
