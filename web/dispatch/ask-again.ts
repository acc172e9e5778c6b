// When a question that failed, or whose answer is of this moment only, is asked again. Pure.

import type { ResponseResult } from '../../server/response/schema.ts';
import type { ApiError } from '../api.ts';

/** A server that comes back between two looks at its health is not noticed otherwise. */
const failedMs = 5_000;
const roughMs = 2_000;
/** A unit that tells where it is may be somewhere else by then, also one that stood at its station. */
const movingMs = 15_000;

/** Whether the same question can have another answer later: not when the server understood and refused. */
export function mayPass({ status }: Pick<ApiError, 'status'>): boolean {
  return status === null || status === 429 || status >= 500;
}

type Asked = { state: { error: Pick<ApiError, 'status'> | null } };

/** Milliseconds, also where an earlier answer is still there; false where nothing failed that may pass. */
export function afterFailure({ state: { error } }: Asked): number | false {
  return error && mayPass(error) ? failedMs : false;
}

type Answered = Asked & { state: { data: ResponseResult | undefined } };

/** Milliseconds; false where only changed data can change the answer. */
export function askAgain({ state }: Answered): number | false {
  const { data } = state;
  const failed = afterFailure({ state });
  if (failed !== false || !data) return failed;
  if (isRough(data)) return roughMs;
  return data.units.some(({ position }) => position !== null) ? movingMs : false;
}

/** Of something that was late or away: good for a start, and asked again until it is better. */
function isRough({ units, notes, destination }: ResponseResult): boolean {
  return (
    notes.some(({ code }) => code === 'graph-away') ||
    destination.water.status === 'not-planned' ||
    units.some(
      ({ drive, notes: ofUnit }) =>
        drive?.router === 'table' ||
        drive?.router === 'straight-line' ||
        ofUnit.some(({ code }) => code === 'way-not-checked'),
    )
  );
}
