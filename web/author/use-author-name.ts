import { useSyncExternalStore } from 'react';

const storageKey = 'firepoint.reporterName';

let typed: string | null = null;
const listeners = new Set<() => void>();

function read(): string {
  typed ??= localStorage.getItem(storageKey) ?? '';
  return typed;
}

function write(name: string): void {
  typed = name;
  if (name.trim() === '') localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, name.trim());
  for (const tell of listeners) tell();
}

function watch(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** The name last typed on this machine, the same in every tool: there are no accounts, so it proves nothing. */
export function useAuthorName(): [name: string, setName: (name: string) => void] {
  return [useSyncExternalStore(watch, read), write];
}
