import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { guardCommand } from '../processes/guard-command.ts';
import { stopChild } from './child-process.ts';

export type ProgramResult = { code: number; output: string[] };

export type ProgramOptions = {
  env?: NodeJS.ProcessEnv | undefined;
  cwd?: string | undefined;
  signal?: AbortSignal | undefined;
  onLine?: ((line: string) => void) | undefined;
  /** True for a program that had better finish even when we are killed, such as apt-get. */
  outlivesUs?: boolean;
  /** How long it may take to end once `signal` asked for it; then it is killed, unless it outlives us. */
  endMilliseconds?: number;
};

const keptLines = 200;

/** Runs a program to its end and keeps the last lines it printed. Throws only when it cannot start. */
export async function runProgram(
  command: string,
  args: readonly string[],
  {
    env = process.env,
    cwd,
    signal,
    onLine,
    outlivesUs = false,
    endMilliseconds,
  }: ProgramOptions = {},
): Promise<ProgramResult> {
  signal?.throwIfAborted();
  const [program, ...words] = outlivesUs ? [command, ...args] : guardCommand(command, { args });
  const child = spawn(program, words, {
    env: { ...env, NO_COLOR: '1' },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // One that stands still takes no SIGTERM.
  const stop = (): void =>
    void (outlivesUs ? child.kill('SIGTERM') : stopChild(child, 'SIGTERM', endMilliseconds));
  signal?.addEventListener('abort', stop, { once: true });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      output.push(line);
      if (output.length > keptLines) output.shift();
      if (line.trim()) onLine?.(line.trim());
    });
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exitCode) => resolve(exitCode ?? 1));
    });
    signal?.throwIfAborted();
    return { code, output };
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Runs a program on our own terminal, to its end; returns its exit code. */
export async function runVisibly(
  command: string,
  args: readonly string[],
  { env = process.env, cwd, signal }: ProgramOptions = {},
): Promise<number> {
  signal?.throwIfAborted();
  const [program, ...words] = guardCommand(command, { args });
  const child = spawn(program, words, { env, cwd, stdio: 'inherit' });
  const stop = (): void => void child.kill('SIGTERM');
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exitCode) => resolve(exitCode ?? 1));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
