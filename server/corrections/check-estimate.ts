// A guess does not take the place of what somebody measured, nor an old sheet that of what was seen since, unless it lets
// less through.

import type { Database } from '../../sql/pool.ts';
import { RequestError } from '../errors.ts';
import { findBetterKnown } from './check-queries.ts';
import type { NewCorrection } from './schema.ts';

/** Throws a RequestError that says what to mend. */
export async function checkEstimate(
  client: Database,
  entered: NewCorrection,
  { rowId, label }: { rowId: number; label: string },
): Promise<void> {
  if (!('provenance' in entered) || entered.field === 'obstacle') return;
  const { field, value, provenance, observedOn = null } = entered;
  const known = await findBetterKnown(client, rowId, { field, value, provenance, day: observedOn });
  if (!known) return;
  const { id, value: better, author, day, isLater } = known;
  const said = `${better} (${day === null ? author : `${author}, ${day}`})`;
  const details = id === null ? {} : { details: { correction: id } };
  if (isLater)
    throw new RequestError(
      409,
      'seen-later',
      `${field} of ${label} was ${provenance} later: ${said}; enter it with the day on which it was seen since, or withdraw correction ${id} first`,
      details,
    );
  const orWithdraw = id === null ? '' : `, or withdraw correction ${id} first`;
  throw new RequestError(
    409,
    'better-known',
    `${field} of ${label} is better known than ${provenance}: ${said}; enter it as measured${orWithdraw}`,
    details,
  );
}
