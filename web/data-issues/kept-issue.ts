import { withoutHidden } from '../visible-text.ts';
import type { NewDataIssue } from '../../server/data-issues/schema.ts';

/** A report as it is written here: always with the moment, which also says its turn. */
export type WrittenIssue = NewDataIssue & { seenAt: string };

export type KeptIssue = {
  issue: WrittenIssue;
  /** Why the server did not want it, as a code; asking again would not help. */
  refused?: string;
};

/** What cannot be read is null: a damaged entry must not hold up the others. */
export function parseKept(text: string | null): KeptIssue | null {
  if (text === null) return null;
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    // Written by nobody we know.
    return null;
  }
  return isKept(stored) ? stored : null;
}

function isKept(entry: unknown): entry is KeptIssue {
  if (typeof entry !== 'object' || entry === null || !('issue' in entry)) return false;
  const { issue } = entry;
  if (typeof issue !== 'object' || issue === null || !('subject' in issue)) return false;
  const { subject } = issue;
  if (typeof subject !== 'object' || subject === null || !('kind' in subject)) return false;
  return (
    'clientKey' in issue &&
    typeof issue.clientKey === 'string' &&
    'seenAt' in issue &&
    typeof issue.seenAt === 'string'
  );
}

/** In the order written. */
export function inTurn(entries: Iterable<KeptIssue>): KeptIssue[] {
  return [...entries].toSorted((a, b) => (a.issue.seenAt < b.issue.seenAt ? -1 : 1));
}

/** What the server would refuse a note for, taken out; null when nothing is left. */
export function cleanText(text: string): string | null {
  // A character cut in half, as a length limit may, is one that no database keeps.
  const clean = withoutHidden(text)
    .replaceAll(/[^\P{Cc}\t\r\n]/gu, '')
    .replaceAll(/[\p{Zl}\p{Zp}]/gu, '\n')
    .replaceAll(/\p{Cs}/gu, '')
    .trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(clean) ? clean : null;
}
