import type { DataIssue } from '../../server/data-issues/schema.ts';
import type { Words } from '../i18n/words.ts';

export function momentText(iso: string, { format }: Words): string {
  return `${format.date(iso)} ${format.time(new Date(iso))}`;
}

/** Who closed or reopened it, and when; empty when it is as it came. */
export function changeText({ state, stateBy, stateSince }: DataIssue, words: Words): string {
  if (stateBy === null) return '';
  const key = state === 'closed' ? 'issues.closedBy' : 'issues.reopenedBy';
  return words.t(key, { by: stateBy, when: momentText(stateSince, words) });
}

/** Whether all words are in it, however they are accented. */
export function holdsText(issue: DataIssue, typed: string): boolean {
  const { id, note, by, subjectLabel, placeLabel, stateBy } = issue;
  const text = plain([`#${id}`, note, by, subjectLabel, placeLabel, stateBy].join(' '));
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase();
}
