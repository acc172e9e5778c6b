// One HTTP request to osrm-routed: sent within its deadline, its answer checked for shape.

import { Agent } from 'undici';
import type { z } from 'zod';
import { osrmEnvelope } from './schema.ts';

/** OSRM gave no usable answer: too late, not reachable, or not OSRM's language. */
export class OsrmFailure extends Error {
  readonly why: 'timeout' | 'connection' | 'bad-answer';

  constructor(why: OsrmFailure['why'], message: string, cause?: unknown) {
    super(message, { cause });
    this.why = why;
  }
}

/** OSRM is well and refuses the request itself, such as a table larger than it allows. */
export class OsrmRejection extends Error {}

export type Transport = {
  /** The parsed answer, or undefined when OSRM says that there is none. */
  ask: <T extends z.ZodType>(path: string, schema: T) => Promise<z.infer<T> | undefined>;
  /** Lets requests under way finish, then closes the connections. */
  close: () => Promise<void>;
};

// osrm-routed closes a connection after 512 requests or 5 idle seconds: be first.
const keepAlive = {
  maxRequestsPerClient: 500,
  keepAliveTimeout: 4_000,
  keepAliveMaxTimeout: 4_000,
};

// Answers that say "there is none"; OSRM gives them with HTTP 400.
const answersOfAbsence = new Set(['NoRoute', 'NoSegment', 'NoTable', 'NoMatch']);

export function openTransport(url: string, timeoutMillis: number): Transport {
  const { origin, pathname } = new URL(url);
  const prefix = pathname.replace(/\/$/, '');
  const agent = new Agent({ ...keepAlive, connections: 32, connect: { timeout: timeoutMillis } });

  async function send(path: string): Promise<{ status: number; text: string }> {
    const deadline = new AbortController();
    // Not AbortSignal.timeout: that one goes off, with an error made for it, also long after the answer.
    const timer = setTimeout(() => deadline.abort(), timeoutMillis);
    const { signal } = deadline;
    try {
      const answer = await agent.request({ origin, path, method: 'GET', signal });
      return { status: answer.statusCode, text: await answer.body.text() };
    } catch (error) {
      if (signal.aborted)
        throw new OsrmFailure('timeout', `OSRM did not answer within ${timeoutMillis} ms`, error);
      throw new OsrmFailure('connection', 'OSRM could not be reached', error);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async ask(path, schema) {
      const { status, text } = await send(prefix + path);
      return readAnswer(status, parseJson(text), schema);
    },
    close: () => agent.close(),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OsrmFailure('bad-answer', 'OSRM answered something that is not JSON', error);
  }
}

function readAnswer<T extends z.ZodType>(
  status: number,
  body: unknown,
  schema: T,
): z.infer<T> | undefined {
  const envelope = osrmEnvelope.safeParse(body);
  if (!envelope.success || (status !== 200 && status !== 400))
    throw new OsrmFailure('bad-answer', `OSRM answered with status ${status}, not as OSRM does`);
  const { code, message } = envelope.data;
  if (answersOfAbsence.has(code)) return undefined;
  if (status === 400 || code !== 'Ok')
    throw new OsrmRejection(`OSRM refused the request: ${code} ${message ?? ''}`);
  const answer = schema.safeParse(body);
  if (!answer.success)
    throw new OsrmFailure('bad-answer', 'OSRM answered in an unknown shape', answer.error);
  return answer.data;
}
