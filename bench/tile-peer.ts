// The peer of the tiles benchmark: Martin where it is on PATH, on the same functions of the same database and with
// its own defaults, its cache included. Where it is not: a server that does what it does, and says so in its name.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findExecutable } from '../processes/executables.ts';
import { findFreePort } from '../start/free-port.ts';

export type TilePeer = {
  name: string;
  pid: number;
  urlOf: (path: string) => string;
  stop: () => Promise<void>;
};

const startMillis = 30_000;
const emulation = fileURLToPath(new URL('./emulated-peer.ts', import.meta.url));

async function untilItAnswers(child: ChildProcess, url: string): Promise<void> {
  const end = performance.now() + startMillis;
  for (;;) {
    try {
      if ((await fetch(url)).status < 500) return;
    } catch (error) {
      if (performance.now() > end || child.exitCode !== null)
        throw new Error(`the peer does not answer at ${url}`, { cause: error });
    }
    await sleep(100);
  }
}

/** Starts the peer; `/{theme}/{z}/{x}/{y}` are its tiles. */
export async function startTilePeer(databaseUrl: string, aPath: string): Promise<TilePeer> {
  const port = await findFreePort();
  const martin = findExecutable('martin');
  const address = `127.0.0.1:${port}`;
  const child = martin
    ? spawn(martin, ['--listen-addresses', address, databaseUrl], { stdio: 'ignore' })
    : spawn(process.execPath, [emulation, String(port)], {
        env: { ...process.env, DATABASE_URL: databaseUrl },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
  const urlOf = (path: string): string => `http://${address}/${path}`;
  await untilItAnswers(child, urlOf(aPath));
  return {
    name: martin ? 'Martin' : 'Martin emulated (its query, its cache of plain tiles, gzip per hit)',
    pid: child.pid!,
    urlOf,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
