// The gate: format, lint, types, dead code. Each is one check; all run, so that one run tells all.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folders.ts';
import { runVisibly } from './run-program.ts';

const checks = [
  { name: 'format', program: 'oxfmt', args: ['--check'] },
  { name: 'lint', program: 'oxlint', args: [] },
  { name: 'types', program: 'tsc', args: ['-p', '.'] },
  { name: 'dead code', program: 'knip', args: ['--no-progress'] },
];

/** Runs every check on the terminal; counts those that passed and names those that failed. */
export async function runChecks(
  signal: AbortSignal,
): Promise<{ passed: number; failed: string[] }> {
  const failed: string[] = [];
  for (const { name, program, args } of checks) {
    console.log(`\n— ${name} (${program})`);
    const file = join(root, 'node_modules', '.bin', program);
    const code = existsSync(file) ? await runVisibly(file, args, { cwd: root, signal }) : 1;
    if (code !== 0) failed.push(name);
  }
  return { passed: checks.length - failed.length, failed };
}
