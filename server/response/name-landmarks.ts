import type { Database } from '../../sql/pool.ts';
import { tooLate, within } from '../within.ts';
import type { DriveSources } from './drive-times.ts';
import { readLandmarksNear } from './queries.ts';
import type { Landmark, Step, UnitResponse } from './schema.ts';

const landmarkMillis = 250;

/** Where nothing is to be decided, no landmark is looked for. */
const passing = new Set(['depart', 'continue']);

/** The units with the landmark beside each turn of their ways, and where they arrive. */
async function nameLandmarks(
  database: Database,
  units: UnitResponse[],
  nearMeters: number,
): Promise<UnitResponse[]> {
  const steps = units.flatMap((unit) => unit.drive?.steps ?? []);
  const decisive = steps.filter(({ code }) => !passing.has(code));
  const found = await readLandmarksNear(database, decisive, nearMeters);
  const nearOf = new Map(decisive.map((step, index) => [step, found[index] ?? null]));
  return units.map((unit) => {
    if (!unit.drive) return unit;
    return { ...unit, drive: { ...unit.drive, steps: withNear(unit.drive.steps, nearOf) } };
  });
}

/** A landmark that was named a turn ago helps nobody to find the next one. */
function withNear(steps: Step[], nearOf: Map<Step, Landmark | null>): Step[] {
  let last: string | null = null;
  return steps.map((step) => {
    const near = nearOf.get(step) ?? null;
    if (near === null || near.name === last) return step;
    last = near.name;
    return { ...step, near };
  });
}

/** Without them where the database is late: they are no reason to keep anyone waiting. */
export async function nameLandmarksInTime(
  { database, parameters, deadline, log }: DriveSources,
  units: UnitResponse[],
): Promise<UnitResponse[]> {
  try {
    const named = await within(
      nameLandmarks(database, units, parameters.number('step_landmark_near')),
      deadline.left(landmarkMillis),
    );
    return named === tooLate ? units : named;
  } catch (error) {
    log.warn({ err: error }, 'no landmarks');
    return units;
  }
}
