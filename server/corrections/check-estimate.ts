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
  throw new RequestError(
    409,
    'better-known',
    `${field} of ${label} is better known than ${provenance}: ${known.value} (${known.author}, ${known.day}); enter it as measured, or withdraw correction ${known.id} first`,
    { details: { correction: known.id } },
  );
}
