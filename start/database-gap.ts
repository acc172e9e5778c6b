// Another command that ran the database may end, and stop it, while a start uses it: our keeper brings
// it back within seconds, and what was cut is done again.

import { setTimeout as wait } from 'node:timers/promises';
import { SetUpError } from './set-up-error.ts';

const patienceMilliseconds = 30_000;
const pauseMilliseconds = 500;
/** Longer than a connection is tried. */
const workingMilliseconds = 10_000;

const codes = new Set('ECONNREFUSED ECONNRESET EPIPE 57P01 57P02 57P03'.split(' '));
// Of pg, and of the importer.
const words =
  /[Cc]onnection terminated|terminating connection|^The database (was shut down|crashed|went away|is just starting)|nothing listens there/;

/** Whether that is said of a database that is not there. */
export function isAboutAbsence(text: string): boolean {
  return words.test(text);
}

function isGone(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return isAboutAbsence(error.message) || ('code' in error && codes.has(String(error.code)));
}

/** Does the work again whenever the database went away, as long as it comes back within half a minute. */
export async function bridgeDatabaseGap<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  mostMilliseconds = patienceMilliseconds,
): Promise<T> {
  let lostAt: number | undefined;
  for (;;) {
    const begun = performance.now();
    try {
      return await work();
    } catch (cause) {
      signal.throwIfAborted();
      if (!isGone(cause)) throw cause;
      const now = performance.now();
      // Work that went on for a while had its database back.
      if (lostAt === undefined || now - begun > workingMilliseconds) lostAt = now;
      if (now - lostAt >= mostMilliseconds)
        throw new SetUpError(`The database went away, and did not come back (${cause.message}).`, {
          cause,
        });
    }
    await wait(pauseMilliseconds, undefined, { signal });
  }
}
