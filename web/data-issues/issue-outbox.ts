// Reports that the server does not have yet: kept on this machine until it takes them.

import { inTurn, type KeptIssue, parseKept, type WrittenIssue } from './kept-issue.ts';

/** Each report is an entry of its own: two tabs that write at once lose none. */
const prefix = 'firepoint.dataIssue.';

/** What the browser would not store: it lasts as long as this page does. */
const onlyHere = new Map<string, KeptIssue>();
const listeners = new Set<() => void>();
let kept: readonly KeptIssue[] | null = null;

export function keptIssues(): readonly KeptIssue[] {
  kept ??= inTurn([...readStored(), ...onlyHere.values()]);
  return kept;
}

function fromOtherTab({ key }: StorageEvent): void {
  if (key === null || key.startsWith(prefix)) changed();
}

export function watchKept(onChange: () => void): () => void {
  listeners.add(onChange);
  window.addEventListener('storage', fromOtherTab);
  return () => {
    listeners.delete(onChange);
    if (listeners.size === 0) window.removeEventListener('storage', fromOtherTab);
  };
}

export function keepIssue(issue: WrittenIssue): void {
  store({ issue });
}

export function dropIssue({ clientKey }: WrittenIssue): void {
  onlyHere.delete(clientKey);
  localStorage.removeItem(prefix + clientKey);
  changed();
}

export function markRefused(issue: WrittenIssue, code: string): void {
  store({ issue, refused: code });
}

export function isOnlyHere({ issue }: KeptIssue): boolean {
  return onlyHere.has(issue.clientKey);
}

function store(entry: KeptIssue): void {
  const { clientKey } = entry.issue;
  try {
    localStorage.setItem(prefix + clientKey, JSON.stringify(entry));
  } catch (error) {
    console.warn('a report is kept in memory only:', error);
    onlyHere.set(clientKey, entry);
  }
  changed();
}

function changed(): void {
  kept = null;
  for (const listener of listeners) listener();
}

function readStored(): KeptIssue[] {
  return Object.keys(localStorage).flatMap((key) => {
    const entry = key.startsWith(prefix) ? parseKept(localStorage.getItem(key)) : null;
    return entry ? [entry] : [];
  });
}
