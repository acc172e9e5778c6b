// A real osrm-routed for tests: started on a free port, stopped by its process.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type OsrmProcess = {
  url: string;
  port: number;
  pid: number;
  /** SIGKILL unless told otherwise; resolves when the process is gone. */
  stop: (signal?: NodeJS.Signals) => Promise<void>;
  /** Resolves when all of its threads stand still. */
  freeze: () => Promise<void>;
  thaw: () => void;
};

/** The folder of OSRM's executables; tests run where it is known. */
export function osrmBinForTest(): string {
  const folder = process.env['OSRM_BIN'];
  if (!folder)
    throw new Error('Tests need OSRM_BIN; run them with `npm test`, which installs OSRM.');
  return folder;
}

/** `dataset` is the path `…/city.osrm`; `port` 0 takes any free one. */
export async function startOsrmForTest(dataset: string, port = 0): Promise<OsrmProcess> {
  const child = spawn(
    join(osrmBinForTest(), 'osrm-routed'),
    ['-a', 'mld', '-i', '127.0.0.1', '-p', String(port), '--max-table-size', '10000', dataset],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const exited = once(child, 'exit');
  let output = '';
  const listening = Promise.withResolvers<number>();
  const read = (text: string): void => {
    output += text;
    const found = /Listening on: \S+:(\d+)/.exec(output)?.[1];
    if (found && output.includes('waiting for requests')) listening.resolve(Number(found));
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  child.on('error', listening.reject);
  child.on('exit', () => listening.reject(new Error(`osrm-routed ended: ${output}`)));
  const actualPort = await listening.promise;
  return {
    url: `http://127.0.0.1:${actualPort}`,
    port: actualPort,
    pid: child.pid!,
    stop: async (signal = 'SIGKILL') => {
      child.kill(signal);
      // A frozen process takes only SIGKILL.
      await exited;
    },
    freeze: async () => {
      child.kill('SIGSTOP');
      // The signal only asks for it; the state after the name in parentheses says T once it stands.
      const isStopped = (): boolean =>
        / T /.test(readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(')')[1] ?? '');
      while (!isStopped()) await sleep(5);
    },
    thaw: () => void child.kill('SIGCONT'),
  };
}
