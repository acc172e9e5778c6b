// How the server says what it does not take: read with care, since a proxy may answer in its place.

/** One thing in what was sent that the server does not take. */
export type SentFault = { path: string; minimum?: number; maximum?: number };

type SentError = { code?: string; requestId?: string; faults?: SentFault[] };

/** What the body of a bad answer says; nothing where it is not the server's own. */
export function errorOf(body: unknown): SentError {
  if (typeof body !== 'object' || body === null || !('error' in body)) return {};
  const { error } = body;
  if (typeof error !== 'object' || error === null) return {};
  return {
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...('requestId' in error && typeof error.requestId === 'string'
      ? { requestId: error.requestId }
      : {}),
    ...('details' in error && Array.isArray(error.details)
      ? { faults: error.details.filter(isFault) }
      : {}),
  };
}

function isFault(detail: unknown): detail is SentFault {
  return (
    typeof detail === 'object' &&
    detail !== null &&
    'path' in detail &&
    typeof detail.path === 'string'
  );
}
