// A folder that lies in memory: for what lives no longer than one run, and consists of many small files.

import { existsSync, mkdirSync, rmSync, statfsSync, symlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { hashCheckout } from './folders.ts';
import type { Lifetime } from './lifetime.ts';

/** Linux keeps it in memory; who may write there, may do it everywhere in it. */
const memory = '/dev/shm';

function hasRoom(bytes: number): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  // Other programs go on needing as much again.
  return bavail * bsize > bytes && process.availableMemory() > 2 * bytes;
}

/**
 * Makes `folder` one in memory until the end of the command, where `bytes` of it are free; else it is left to be
 * made on disk. What was in it, also in memory by a run that was killed, is gone.
 */
export function placeInMemory(
  folder: string,
  { bytes, life }: { bytes: number; life: Lifetime },
): void {
  const inMemory = join(memory, `firepoint-${hashCheckout(resolve(folder))}`);
  const remove = { recursive: true, force: true };
  for (const old of [folder, inMemory]) rmSync(old, remove);
  if (!hasRoom(bytes)) return;
  mkdirSync(inMemory, { mode: 0o700 });
  symlinkSync(inMemory, folder);
  life.onEnd(`${folder} in memory`, async () => {
    for (const made of [folder, inMemory]) await rm(made, remove);
  });
}
