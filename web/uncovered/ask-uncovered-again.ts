// When what a set leaves uncovered is asked for again. Pure.

import type { UncoveredAnswer } from '../../server/uncovered/schema.ts';
import type { ApiError } from '../api.ts';
import { afterFailure } from '../dispatch/ask-again.ts';

/** The drive times may be prepared by then. */
const preparingMs = 5_000;
/** Units drive away and come back, and no version of the data tells of that. */
const movingMs = 15_000;

type Asked = {
  state: { error: Pick<ApiError, 'status'> | null; data: UncoveredAnswer | undefined };
};

/** Milliseconds; false where the server understood and refused. */
export function askUncoveredAgain({ state }: Asked): number | false {
  if (state.error) return afterFailure({ state });
  return state.data && state.data.uncovered === null ? preparingMs : movingMs;
}
