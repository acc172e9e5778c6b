import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { guardCommand, type Guard } from '../processes/guard-command.ts';

export type GuardedOptions = Guard & {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  stdio?: StdioOptions;
};

/**
 * Starts a long-running child. It is detached, so that Ctrl-C reaches us first and we stop the
 * children in order; and it dies with us, even when we are killed with -9.
 */
export function spawnGuarded(command: string, options: GuardedOptions): ChildProcess {
  const [program, ...args] = guardCommand(command, options);
  return spawn(program, args, {
    env: options.env ?? process.env,
    cwd: options.cwd,
    stdio: options.stdio ?? 'ignore',
    detached: true,
  });
}

export function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Sends `signal`, waits, and kills what has not ended by then. */
export async function stopChild(
  child: ChildProcess,
  signal: NodeJS.Signals = 'SIGTERM',
  patienceMilliseconds = 10_000,
): Promise<void> {
  if (!isRunning(child)) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMilliseconds);
  await ended;
  clearTimeout(timer);
}
