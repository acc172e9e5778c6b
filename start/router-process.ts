// One osrm-routed, kept alive on loopback. The kernel gives it a port at each of its starts: one that it
// is told it shares with whoever has it already, and a request then meets one of the two by chance.

import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { spawnGuarded } from './child-process.ts';
import { KeptChild } from './keep-alive.ts';
import type { Lifetime } from './lifetime.ts';

const silenceMilliseconds = 15_000;

const environment = {
  /** A search walks all over the routing data, and finds them sooner in pages of 2 MB than of 4 kB: glibc from 2.35 on asks for them, and the kernel gives them unless transparent huge pages are off. */
  GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
  /** It says its port only where it may say more: no line for each request. */
  DISABLE_ACCESS_LOGGING: '1',
};

/** True when the router answers a request at all; where on earth it is asked about does not matter. */
async function answersCanary(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/nearest/v1/driving/0,0?number=1`, {
      signal: AbortSignal.timeout(2_000),
    });
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null && 'code' in body;
  } catch {
    // Refused, reset or late: not ready.
    return false;
  }
}

export class RouterProcess {
  /** The routing data that it loads. */
  readonly path: string;
  readonly #kept: KeptChild;
  #url: string | undefined;
  #isReady = false;

  /** `onUrl` hears of the address of each new process, once that takes requests. */
  constructor(
    { vehicleClass, path }: { vehicleClass: string; path: string },
    { osrmBin, life, onUrl }: { osrmBin: string; life: Lifetime; onUrl: () => void },
  ) {
    this.path = path;
    const args = ['-i', '127.0.0.1', '-p', '0', '--algorithm', 'mld', '--max-table-size', '10000'];
    const launch = (): ChildProcess => {
      this.#isReady = false;
      const child = spawnGuarded(join(osrmBin, 'osrm-routed'), {
        args: [...args, '--verbosity', 'INFO', path],
        env: { ...environment, ...process.env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      readPort(child, (port) => {
        this.#url = `http://127.0.0.1:${port}`;
        this.#isReady = true;
        onUrl();
      });
      return child;
    };
    const pulse = { answers: () => this.answers(), patienceMilliseconds: silenceMilliseconds };
    this.#kept = new KeptChild({ name: `osrm-routed (${vehicleClass})`, launch, life, pulse });
  }

  /** Of the process that runs, or where that is not ready yet, of the one before; undefined before the first. */
  get url(): string | undefined {
    return this.#url;
  }

  async answers(): Promise<boolean> {
    return this.#isReady && this.#url !== undefined && answersCanary(this.#url);
  }

  get keepsEnding(): boolean {
    return this.#kept.keepsEnding;
  }

  stop(): Promise<void> {
    return this.#kept.stop();
  }
}

/** Reads on to the end: a process whose words nobody takes stands still. */
function readPort({ stdout }: ChildProcess, onPort: (port: string) => void): void {
  if (!stdout) return;
  let port: string | undefined;
  createInterface({ input: stdout }).on('line', (line) => {
    port ??= /Listening on: \S+:(\d+)/.exec(line)?.[1];
    if (port !== undefined && line.includes('waiting for requests')) onPort(port);
  });
}
