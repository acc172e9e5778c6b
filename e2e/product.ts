// Starts the real product for a test, as `npm start` does, in a data folder of the tests' own.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../start/free-port.ts';

const firepoint = join(dirname(dirname(fileURLToPath(import.meta.url))), 'start', 'firepoint.mjs');

/** Where the tests of a project keep the database of their products: made once, used again by the next. */
export const productFolder = join(process.env['FIREPOINT_DATA'] ?? tmpdir(), 'product');

export type RunningProduct = {
  url: string;
  launcher: ChildProcess;
  /** All it printed so far. */
  printed: () => string;
  /** Ctrl-C, and its exit code. */
  stop: () => Promise<number>;
};

/** The environment of a product with a managed database in `dataFolder`. */
export async function describeEnvironment(
  dataFolder = productFolder,
): Promise<Record<string, string | undefined>> {
  mkdirSync(dataFolder, { recursive: true });
  chmodSync(dataFolder, 0o755);
  return {
    ...process.env,
    DATABASE_URL: undefined,
    PGPASSWORD: undefined,
    OSRM_URLS: undefined,
    NODE_ENV: undefined,
    FIREPOINT_DATA: dataFolder,
    HOST: '127.0.0.1',
    PORT: String(await findFreePort()),
  };
}

const readyLines = {
  start: /Firepoint is ready: (\S+)\n.*accounts yet/,
  dev: /Firepoint for development: (\S+) \(API/,
};

/** Starts the product and waits until it says that it is ready; rejects with what it printed instead. */
export async function startProduct({
  dataFolder = productFolder,
  environment = {},
  command = 'start',
}: {
  dataFolder?: string;
  environment?: Record<string, string>;
  command?: 'start' | 'dev';
} = {}): Promise<RunningProduct> {
  const env = { ...(await describeEnvironment(dataFolder)), ...environment };
  const launcher = spawn(process.execPath, [firepoint, command], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const ready = readyLines[command].exec(text)?.[1];
      if (ready) resolve(ready);
    };
    launcher.stdout.on('data', read);
    launcher.stderr.on('data', read);
    launcher.once('exit', (code) => reject(new Error(`the product ended with ${code}:\n${text}`)));
  });
  const stop = async (): Promise<number> => {
    if (launcher.exitCode !== null || launcher.signalCode !== null) return launcher.exitCode ?? -1;
    const ended = once(launcher, 'exit');
    launcher.kill('SIGINT');
    await ended;
    return launcher.exitCode ?? -1;
  };
  return { url, launcher, printed: () => text, stop };
}

/** Runs one command beside a product (or without one) to its end. */
export async function runFirepoint(
  args: readonly string[],
  env: Record<string, string | undefined>,
): Promise<{ code: number; printed: string }> {
  const child = spawn(process.execPath, [firepoint, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  await once(child, 'close');
  return { code: child.exitCode ?? -1, printed };
}

export type FoundProcess = { pid: number; command: string };

function readProcessFile(pid: string, name: string): string {
  const file = `/proc/${pid}/${name}`;
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  } catch {
    // It ended meanwhile, or is another user's.
    return '';
  }
}

/** Every process that belongs to the product of this data folder, by its command line or environment. */
export function listProcesses(dataFolder = productFolder): FoundProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({
      pid: Number(pid),
      command: readProcessFile(pid, 'cmdline').replaceAll('\0', ' ').trim(),
      environment: readProcessFile(pid, 'environ'),
    }))
    .filter(
      ({ command, environment }) =>
        command !== '' &&
        (command.includes(`${dataFolder}/`) ||
          environment.split('\0').includes(`FIREPOINT_DATA=${dataFolder}`)),
    );
}
