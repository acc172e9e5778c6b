// When a question that failed is asked again. Pure.

import type { ApiError } from '../api.ts';

/** A server that comes back between two looks at its health is not noticed otherwise. */
const failedMs = 5_000;

/** Whether the same question can have another answer later: not when the server understood and refused. */
export function mayPass({ status }: Pick<ApiError, 'status'>): boolean {
  return status === null || status === 429 || status >= 500;
}

type Asked = { state: { error: Pick<ApiError, 'status'> | null } };

/** Milliseconds, also where an earlier answer is still there; false where nothing failed that may pass. */
export function afterFailure({ state: { error } }: Asked): number | false {
  return error && mayPass(error) ? failedMs : false;
}
