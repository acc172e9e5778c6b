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
  statSync,
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

/** What our runs left there that were killed, as far as nobody links to it any more. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent).filter((each) => each.startsWith(prefix))) {
    const place = join(parent, name);
    const owner = join(place, 'owner');
    const { uid } = statSync(place, { throwIfNoEntry: false }) ?? {};
    if (uid !== process.getuid?.() || !existsSync(owner)) continue;
    if (linkOf(readFileSync(owner, 'utf8'))?.startsWith(`${place}/`)) continue;
    rmSync(place, { recursive: true, force: true });
  }
}

function isOpen(parent: string): boolean {
  try {
    accessSync(parent, constants.W_OK);
    return true;
  } catch {
    // Not Linux, or nobody may write there: then it is the disk.
    return false;
  }
}

function hasRoom(parent: string, bytes: number): boolean {
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
  if (!isOpen(parent)) return;
  sweep(parent);
  if (!hasRoom(parent, bytes)) return;
  const place = mkdtempSync(join(parent, prefix));
  // Who runs PostgreSQL may be another user.
  chmodSync(place, 0o711);
  const inMemory = join(place, 'content');
  mkdirSync(inMemory);
  symlinkSync(inMemory, folder);
  // Last: from then on another command may look whether it is linked to.
  writeFileSync(join(place, 'owner'), folder);
  life.onEnd(`${folder} in memory`, async () => {
    for (const made of [folder, place]) rmSync(made, { recursive: true, force: true });
  });
}
