// The port of the cluster, written down in the data folder: whichever command starts it anew takes the
// same one, so that a product beside it, which knows the database by its port, finds it again.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findFreePort, tryPort } from './free-port.ts';

function readPort(file: string): number | undefined {
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

/** The port that was written down, where it is free; else another one. */
export async function chooseClusterPort(file: string): Promise<number> {
  const port = readPort(file);
  if (port === undefined) return findFreePort();
  try {
    return await tryPort('127.0.0.1', port);
  } catch {
    // Another program took it while nobody ran the cluster.
    return findFreePort();
  }
}

/** Writes down the port on which the cluster runs. */
export function keepClusterPort(file: string, port: number): void {
  if (readPort(file) !== port) writeFileSync(file, `${port}\n`);
}
