import { ImportError } from './import-error.ts';

// Codes of PostgreSQL (five letters) and of the operating system.
const sentences: Record<string, string> = {
  '28P01': 'The database refuses the user or the password of DATABASE_URL.',
  '28000': 'The database refuses the user of DATABASE_URL.',
  '3D000': 'The database that DATABASE_URL names does not exist.',
  '42501': 'The user of DATABASE_URL lacks a right that an import needs',
  '53100':
    'The disk of the database is full; the old data stays in force. Make room and try again.',
  '53200': 'The database has no memory left; the old data stays in force. Try again.',
  '53300': 'The database takes no more connections; try again.',
  '57P01': 'The database was shut down during the import; the old data stays in force. Try again.',
  '57P02': 'The database crashed during the import; the old data stays in force. Try again.',
  '57P03': 'The database is just starting or stopping; try again.',
  '58030': 'The database cannot write to its disk; the old data stays in force.',
  ECONNREFUSED: 'The database of DATABASE_URL is not reachable: nothing listens there.',
  ENOTFOUND: 'The database of DATABASE_URL is not reachable: its host is not known.',
  EAI_AGAIN: 'The database of DATABASE_URL is not reachable: its host is not known.',
  EHOSTUNREACH: 'The database of DATABASE_URL is not reachable: no way leads to its host.',
  ECONNRESET: 'The database went away during the import; the old data stays in force. Try again.',
  EPIPE: 'The database went away during the import; the old data stays in force. Try again.',
  ETIMEDOUT: 'The database of DATABASE_URL does not answer.',
  ENOSPC: 'The disk is full; the old data stays in force. Make room and try again.',
  EFBIG: 'The disk is full; the old data stays in force. Make room and try again.',
};

const phrases: [RegExp, string][] = [
  [/no space left on device|disk full/i, '53100'],
  [
    /connection terminated|server closed the connection|terminating connection|is not queryable/i,
    'ECONNRESET',
  ],
  [/database system is (starting up|shutting down|in recovery)/i, '57P03'],
  [/timeout (exceeded|expired)|connection timeout/i, 'ETIMEDOUT'],
  [/could not connect|connection refused/i, 'ECONNREFUSED'],
  [/password authentication failed/i, '28P01'],
];

/** One sentence for a failure that the person at the keyboard can mend; undefined for a defect of ours. */
export function explainFailure(error: unknown): string | undefined {
  if (error instanceof ImportError) return error.message;
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : sentences[code];
  if (known !== undefined) return code === '42501' ? `${known} (${error.message}).` : known;
  const spoken = phrases.find(([pattern]) => pattern.test(error.message))?.[1];
  if (spoken !== undefined) return sentences[spoken];
  // Several addresses were tried (localhost has two), or a step added what it was doing.
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return inner === undefined ? undefined : explainFailure(inner);
}
