// One running product per data folder: a file names the process that runs it.

import { appendFileSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lifetime } from './lifetime.ts';
import { SetUpError } from './set-up-error.ts';

type Holder = { pid: number; startedTicks: string; stopping: boolean };

// A product whose npm was killed notices within half a second, and then says that it stops.
const patienceMilliseconds = 2_000;
const stopPatienceMilliseconds = 60_000;

/** When a process started, in clock ticks since boot: tells it from a later one with its number. */
function readStartTicks(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
  } catch {
    // It has ended, if only while it was read.
    return undefined;
  }
}

function readHolder(file: string): Holder | undefined {
  if (!existsSync(file)) return undefined;
  const [pid = '', startedTicks = '', state] = readFileSync(file, 'utf8').split(' ');
  return { pid: Number(pid), startedTicks, stopping: state === 'stopping' };
}

function isAlive({ pid, startedTicks }: Holder): boolean {
  return readStartTicks(pid) === startedTicks;
}

/** Takes the lock when nobody alive has it; else returns who does. */
export function takeLock(file: string): Holder | undefined {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, `${process.pid} ${readStartTicks(process.pid) ?? ''}`);
  try {
    const holder = readHolder(file);
    if (holder && isAlive(holder)) return holder;
    rmSync(file, { force: true });
    linkSync(mine, file);
    return undefined;
  } catch (error) {
    // Another start was a moment faster.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return readHolder(file);
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Holds the lock until the end of the command; a SetUpError when another product runs here. */
export async function lockStart(dataFolder: string, life: Lifetime): Promise<void> {
  const file = join(dataFolder, 'start.pid');
  const begun = performance.now();
  for (;;) {
    const holder = takeLock(file);
    if (!holder) break;
    if (
      performance.now() - begun >
      (holder.stopping ? stopPatienceMilliseconds : patienceMilliseconds)
    )
      throw new SetUpError(
        `Firepoint already runs from here (process ${holder.pid}). Stop that one first, or give this one a FIREPOINT_DATA and a PORT of its own.`,
      );
    await life.pause(200);
    life.signal.throwIfAborted();
  }
  life.signal.addEventListener('abort', () => appendFileSync(file, ' stopping'));
  life.onEnd('lock', async () => rmSync(file, { force: true }));
}
