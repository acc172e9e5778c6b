import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';

/** An error whose text the caller may read. Anything else answers 500 and says nothing. */
export class RequestError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly details: unknown;

  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    { details, cause }: { details?: unknown; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export type ErrorBody = {
  error: { code: string; message: string; details?: unknown; requestId: string };
};

/** Turns any thrown value into `{ error }` with its status; the whole error goes to the log only. */
export function answerError(error: Error, context: Context, log: Logger): Response {
  const requestId = context.get('requestId') ?? '';
  if (error instanceof RequestError) {
    const { status, code, message, details } = error;
    if (status >= 500) log.error({ requestId, err: error }, 'request failed');
    return context.json<ErrorBody>({ error: { code, message, details, requestId } }, status);
  }
  if (error instanceof HTTPException && error.status < 500)
    return context.json<ErrorBody>(
      { error: { code: 'bad-request', message: error.message || 'Bad request', requestId } },
      error.status,
    );
  log.error({ requestId, err: error }, 'request failed');
  const said = ofDatabase(error);
  if (said) return context.json<ErrorBody>({ error: { ...said, requestId } }, 503);
  return context.json<ErrorBody>(
    { error: { code: 'internal', message: 'Something failed on the server', requestId } },
    500,
  );
}

// What Node says of a connection, and PostgreSQL's 57P01-57P03 (shutting down, starting) and 53300 (full).
const codesOfAbsence = new Set(
  'ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT ENOTFOUND EHOSTUNREACH 57P01 57P02 57P03 53300'.split(
    ' ',
  ),
);
// pg gives these no code.
const wordsOfAbsence =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/;

// It answers, and writes nothing.
const refusals: Partial<Record<string, { code: string; message: string }>> = {
  53100: { code: 'database-full', message: 'The disk of the database is full' },
  25006: { code: 'database-read-only', message: 'The database can only be read now' },
};

/** Only the database is reached by bare sockets here: a router that is away is a value, never thrown. */
function ofDatabase(error: Error): { code: string; message: string } | null {
  const code = 'code' in error ? String(error.code) : '';
  if (codesOfAbsence.has(code) || wordsOfAbsence.test(error.message))
    return { code: 'database-down', message: 'The database does not answer' };
  return refusals[code] ?? null;
}
