import { tooLate, within } from './within.ts';

type Steps<T> = {
  read: () => Promise<T>;
  /** What was read last, as it is so many milliseconds later. */
  after: (last: T, sinceMillis: number) => T;
  /** Answers after how many milliseconds to look again. */
  use: (found: T) => Promise<number>;
};

/** Once something was read, nobody waits longer for a database that stands still. */
const patienceMillis = 3_000;

/**
 * A look for `followInTurn`: where reading fails or is late, what was read last is used as it is by then, and it fails
 * after that.
 */
export function lookWithMemory<T>({ read, after, use }: Steps<T>): () => Promise<number> {
  let last: { found: T; readAt: number } | undefined;
  let reading: Promise<void> | undefined;

  async function readOnce(): Promise<void> {
    const found = await read();
    last = { found, readAt: performance.now() };
  }

  /** One at a time, for a database that stands still is not asked ever more: what fails the one before fails this one. */
  async function readInTime(): Promise<void> {
    if (reading) await inTime(reading);
    reading = readOnce().finally(() => {
      reading = undefined;
    });
    await (last ? inTime(reading) : reading);
  }

  return async () => {
    try {
      await readInTime();
    } catch (error) {
      if (last) await use(after(last.found, performance.now() - last.readAt));
      throw error;
    }
    return use(last!.found);
  };
}

async function inTime(work: Promise<void>): Promise<void> {
  if ((await within(work, patienceMillis)) === tooLate)
    throw new Error(`The database did not answer within ${patienceMillis} ms`);
}
