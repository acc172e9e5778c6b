import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import {
  forgetSent,
  noteSent,
  readSentNotes,
  type SentNote,
  type SentTo,
  writeSentNotes,
} from './sent-elsewhere.ts';

const storageKey = 'firepoint.sentUnits';
/** What is too old goes within that time. */
const againMs = 60_000;
const listeners = new Set<() => void>();

function readStored(): string | null {
  return localStorage.getItem(storageKey);
}

function watch(tell: () => void): () => void {
  listeners.add(tell);
  // Another page on this computer marks units too.
  window.addEventListener('storage', tell);
  return () => {
    listeners.delete(tell);
    window.removeEventListener('storage', tell);
  };
}

function change(next: (notes: SentNote[], nowMs: number) => SentNote[]): void {
  const nowMs = Date.now();
  const stored = writeSentNotes(next(readSentNotes(readStored(), nowMs), nowMs));
  if (stored === '') localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, stored);
  for (const tell of listeners) tell();
}

export function keepSent(vehicleIds: string[], to: SentTo): void {
  change((notes, atMs) => noteSent(notes, vehicleIds, { ...to, atMs }));
}

export function dropSent(vehicleIds: string[], place: string): void {
  change((notes) => forgetSent(notes, vehicleIds, place));
}

/** Who was marked as sent on this computer. */
export function useSentNotes(): SentNote[] {
  const stored = useSyncExternalStore(watch, readStored);
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), againMs);
    return () => clearInterval(timer);
  }, []);
  return useMemo(() => readSentNotes(stored, nowMs), [stored, nowMs]);
}
