// The words for the caller, which are no reason to keep anyone waiting.

import type { Position } from '../../geo/position.ts';
import { tooLate, within } from '../within.ts';
import type { DriveSources } from './drive-times.ts';
import { readReadBack, type DestinationRow, type ReadBack } from './queries.ts';

const readBackMillis = 250;

type Sources = Pick<DriveSources, 'database' | 'parameters' | 'deadline' | 'log'>;

/** `approach`: where the first unit stops, or the door. */
export type ReadBackFrom = (approach: Position) => Promise<ReadBack>;

/** Only of an alley with several mouths they depend on where the first unit stops; else they are read beforehand. */
export function prepareReadBack(sources: Sources, target: DestinationRow): ReadBackFrom {
  if (target.alley_id !== null) return (approach) => readBackInTime(sources, target, approach);
  const reading = readBackInTime(sources, target, [target.lon, target.lat]);
  return () => reading;
}

async function readBackInTime(
  { database, parameters, deadline, log }: Sources,
  target: DestinationRow,
  approach: Position,
): Promise<ReadBack> {
  const nothing = { label: target.label, ward: null, mouth: null, near: null };
  const nearMeters = parameters.number('read_back_near');
  try {
    const readBack = await within(
      readReadBack(database, target, { approach, nearMeters }),
      deadline.left(readBackMillis),
    );
    return readBack === tooLate ? nothing : readBack;
  } catch (error) {
    log.warn({ err: error }, 'no read-back');
    return nothing;
  }
}
