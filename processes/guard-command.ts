import { findExecutable } from './executables.ts';

export type Guard = {
  args?: readonly string[];
  /** What the kernel sends the child when we die, however we die. */
  deathSignal?: 'TERM' | 'INT';
  /** Another user to run as, for root only. */
  user?: { uid: number; gid: number } | undefined;
};

/** The command line that runs `command` as that user and lets it die with its parent. */
export function guardCommand(
  command: string,
  { args = [], deathSignal = 'TERM', user }: Guard,
  setpriv: string | undefined = findExecutable('setpriv'),
): [string, ...string[]] {
  if (!setpriv) return [command, ...args];
  const identity = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : [];
  return [setpriv, ...identity, '--pdeathsig', deathSignal, '--', command, ...args];
}
