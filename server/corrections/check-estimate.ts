// A guess does not take the place of what somebody measured, unless it lets less through.

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
  const { field, value, provenance } = entered;
  const known = await findBetterKnown(client, rowId, { field, value, provenance });
  if (!known) return;
  const { id, value: better, author, day } = known;
  const source = day === null ? author : `${author}, ${day}`;
  const orWithdraw = id === null ? '' : `, or withdraw correction ${id} first`;
  throw new RequestError(
    409,
    'better-known',
    `${field} of ${label} is better known than ${provenance}: ${better} (${source}); enter it as measured${orWithdraw}`,
    id === null ? {} : { details: { correction: id } },
  );
}
