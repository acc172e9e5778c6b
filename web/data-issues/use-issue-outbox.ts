import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { ApiError, reportDataIssue } from '../api.ts';
import { dropIssue, keepIssue, keptIssues, markRefused, watchKept } from './issue-outbox.ts';
import type { KeptIssue, WrittenIssue } from './kept-issue.ts';

export type IssueOutbox = {
  kept: readonly KeptIssue[];
  /** The number that the server gave the last one, for a moment. */
  savedId: number | null;
  report: (issue: WrittenIssue) => void;
  discard: (issue: WrittenIssue) => void;
};

const tryAgainMs = 5_000;
const savedShownMs = 6_000;

/** Writes reports down at once and sends them when the server takes them, in the order written. */
export function useIssueOutbox(serverIsThere: boolean): IssueOutbox {
  const kept = useSyncExternalStore(watchKept, keptIssues);
  const client = useQueryClient();
  const [savedId, setSavedId] = useState<number | null>(null);
  const waiting = kept.filter(({ refused }) => refused === undefined).length;
  const saved = useEffectEvent((id: number | null) => {
    if (id === null) return;
    setSavedId(id);
    void client.invalidateQueries({ queryKey: ['data-issues'] });
  });

  useEffect(() => {
    if (waiting === 0) return;
    const send = () => void sendAll().then((lastId) => saved(lastId));
    send();
    const timer = setInterval(send, tryAgainMs);
    return () => clearInterval(timer);
  }, [waiting, serverIsThere]);
  useEffect(() => {
    if (savedId === null) return;
    const timer = setTimeout(() => setSavedId(null), savedShownMs);
    return () => clearTimeout(timer);
  }, [savedId]);

  return { kept, savedId, report: keepIssue, discard: dropIssue };
}

/** The number of the last one that the server took; null when it took none. */
async function sendAll(): Promise<number | null> {
  // Only over https and on this machine; elsewhere two tabs may both send, and the server keeps one.
  if (!('locks' in navigator)) return sendEach();
  const options = { ifAvailable: true };
  return navigator.locks.request('firepoint.dataIssues', options, (lock) =>
    // Somebody is sending: whatever is left then is tried again soon.
    lock === null ? null : sendEach(),
  );
}

async function sendEach(): Promise<number | null> {
  let lastId: number | null = null;
  for (const { issue, refused } of keptIssues()) {
    if (refused !== undefined) continue;
    const outcome = await sendOne(issue);
    if (outcome.state === 'away') break;
    if (outcome.state === 'refused') markRefused(issue, outcome.code);
    else {
      dropIssue(issue);
      lastId = outcome.id;
    }
  }
  return lastId;
}

type Outcome =
  | { state: 'sent'; id: number }
  | { state: 'refused'; code: string }
  | { state: 'away' };

async function sendOne(issue: WrittenIssue): Promise<Outcome> {
  try {
    return { state: 'sent', id: (await reportDataIssue(issue)).id };
  } catch (error) {
    // Understood and not wanted is an end; everything else is tried again.
    const isRefused = error instanceof ApiError && (error.status === 400 || error.status === 413);
    return isRefused ? { state: 'refused', code: error.code } : { state: 'away' };
  }
}
