// The server as a process of its own, on a free port.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Health } from './health/schema.ts';

export type ServerProcess = { url: string; pid: number; stop: () => Promise<void> };

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

export async function startServerForTest(
  databaseUrl: string,
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      OSRM_URLS: '{}',
      PORT: '0',
      ...environment,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { promise: url, resolve, reject } = Promise.withResolvers<string>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { msg, port } = JSON.parse(line) as { msg: string; port?: number };
    if (msg === 'listening' && port) resolve(`http://127.0.0.1:${port}`);
  });
  child.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  return {
    url: await url,
    pid: child.pid!,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Until it has read what changed so far, after which it forgets the tiles that were asked for before; then the graph loads. */
export async function untilFollowing({ url }: ServerProcess): Promise<void> {
  const isReady = async (): Promise<boolean> =>
    ((await (await fetch(`${url}/api/health`)).json()) as Health).graphVersion !== null;
  while (!(await isReady())) await wait(50);
}
