// Who runs the cluster in a folder? PostgreSQL says so in postmaster.pid.

import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export type Postmaster = { pid: number; port: number };

/** Reads the text of postmaster.pid: line 1 is the process, line 4 the port. */
export function parsePostmaster(text: string): Postmaster | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(pid) && pid > 0 && port > 0 ? { pid, port } : undefined;
}

/** A postmaster works in its data folder; so a process of another kind with that id is told apart. */
function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ESRCH') return !existsSync('/proc/self') && isAlive(pid);
    if (code === 'EACCES') return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
    throw error;
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The running postmaster of this cluster. Removes a postmaster.pid that names a stranger. */
export function findPostmaster(folder: string): Postmaster | undefined {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const found = parsePostmaster(readFileSync(file, 'utf8'));
  if (!found) return undefined;
  if (worksIn(found.pid, folder)) return found;
  // After a crash another process may have got the number, and PostgreSQL would refuse to start.
  if (isAlive(found.pid)) rmSync(file);
  return undefined;
}

/** Kills a postmaster that stands still, and its children, which would keep the next one from starting. */
export function killCluster(pid: number): void {
  const file = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ') : [];
  for (const one of [pid, ...children.filter(Boolean).map(Number)])
    if (isAlive(one)) process.kill(one, 'SIGKILL');
}
