// A folder that lies in memory: for what lives no longer than one run, and consists of many small files.

import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Lifetime } from './lifetime.ts';

/** Linux keeps it in memory. */
const memory = '/dev/shm';
const prefix = 'firepoint-';

function linkOf(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isSymbolicLink() ? readlinkSync(path) : undefined;
}

/** What runs left there that were killed, as far as nobody links to it any more. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent).filter((each) => each.startsWith(prefix))) {
    const owner = join(parent, name, 'owner');
    if (!existsSync(owner)) continue;
    const link = readFileSync(owner, 'utf8');
    if (linkOf(link)?.startsWith(join(parent, name))) continue;
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function hasRoom(parent: string, bytes: number): boolean {
  try {
    accessSync(parent, constants.W_OK);
  } catch {
    // Not Linux, or nobody may write there: then it is the disk.
    return false;
  }
  const { bavail, bsize } = statfsSync(parent);
  // Other programs go on needing as much again.
  return bavail * bsize > bytes && process.availableMemory() > 2 * bytes;
}

/**
 * Makes `folder` one in memory until the end of the command, where `bytes` of it are free; else it is left to be
 * made on disk. What was in it, also by a run that was killed, is gone.
 */
export function placeInMemory(
  folder: string,
  { bytes, life, parent = memory }: { bytes: number; life: Lifetime; parent?: string },
): void {
  rmSync(folder, { recursive: true, force: true });
  if (!hasRoom(parent, bytes)) return;
  sweep(parent);
  const place = mkdtempSync(join(parent, prefix));
  // Who runs PostgreSQL may be another user.
  chmodSync(place, 0o711);
  writeFileSync(join(place, 'owner'), folder);
  const inMemory = join(place, 'content');
  mkdirSync(inMemory);
  symlinkSync(inMemory, folder);
  life.onEnd(`${folder} in memory`, async () => {
    for (const made of [folder, place]) rmSync(made, { recursive: true, force: true });
  });
}
