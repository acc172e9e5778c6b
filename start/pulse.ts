// Whether a process that runs also answers: one that was stopped, or hangs, does neither end nor work.

import { setTimeout as wait } from 'node:timers/promises';
import type { Lifetime } from './lifetime.ts';

export type Pulse = {
  /** Whether it gives a sign of life, of whatever content; may take its time, and may throw. */
  answers: () => Promise<boolean>;
  /** How long it may be silent before it counts as lost, once it has answered at all. */
  patienceMilliseconds: number;
  /** How long it may take to answer for the first time. */
  startPatienceMilliseconds?: number;
};

const lookMilliseconds = 1_000;
/** A large city takes its time to load. */
const defaultStartPatienceMilliseconds = 120_000;
const firstLookMilliseconds = 100;
/** How long who has just started it waits. */
const firstPatienceMilliseconds = 60_000;

async function answersNow({ answers }: Pulse): Promise<boolean> {
  try {
    return await answers();
  } catch {
    // Refused, reset or late: all the same no answer.
    return false;
  }
}

/** Waits for the first answer; false when none comes. */
export async function untilFirstAnswer(pulse: Pulse, life: Lifetime): Promise<boolean> {
  const deadline = performance.now() + firstPatienceMilliseconds;
  while (performance.now() < deadline && !life.ending) {
    if (await answersNow(pulse)) return true;
    await life.pause(firstLookMilliseconds);
  }
  return false;
}

/**
 * Resolves to true when it fell silent for too long, to false when `signal` came first. Silence
 * counts from the first look that met it: we ourselves may have stood still before.
 */
export async function untilLost(pulse: Pulse, signal: AbortSignal): Promise<boolean> {
  const { patienceMilliseconds, startPatienceMilliseconds = defaultStartPatienceMilliseconds } =
    pulse;
  let hasAnswered = false;
  let silentSince: number | undefined;
  while (!signal.aborted) {
    if (await answersNow(pulse)) {
      silentSince = undefined;
      hasAnswered = true;
    } else silentSince ??= performance.now();
    const patience = hasAnswered ? patienceMilliseconds : startPatienceMilliseconds;
    if (silentSince !== undefined && performance.now() - silentSince > patience)
      return !signal.aborted;
    await wait(hasAnswered ? lookMilliseconds : firstLookMilliseconds, undefined, { ref: false });
  }
  return false;
}

/** A pulse taken by HTTP: any answer counts, also an error. */
export function pulseOf(url: string, patience: Omit<Pulse, 'answers'>): Pulse {
  return {
    ...patience,
    answers: async () => {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      await response.arrayBuffer();
      return true;
    },
  };
}
