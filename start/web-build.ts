import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folders.ts';
import { runProgram } from './run-program.ts';
import { SetUpError } from './set-up-error.ts';
import { hashSources } from './source-hash.ts';
import type { Step } from './step.ts';

const sources = ['web', 'tiles', 'geo', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
const built = join(root, 'dist', 'web');
const stamp = join(built, '.sources');

function isBuiltFrom(hash: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/** Builds the web client when its sources changed; a running server sees the old or the new one whole. */
export async function ensureWebBuild(step: Step, signal: AbortSignal): Promise<void> {
  const hash = hashSources(root, sources);
  step.say('up to date');
  if (isBuiltFrom(hash)) return;
  step.say('building');
  const fresh = `${built}.new-${process.pid}`;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  try {
    const { code, output } = await runProgram(
      process.execPath,
      [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'],
      { cwd: root, signal, onLine: step.detail },
    );
    if (code !== 0)
      throw new SetUpError(`The web page could not be built:\n${output.slice(-20).join('\n')}`);
    writeFileSync(join(fresh, '.sources'), hash);
    mkdirSync(join(root, 'dist'), { recursive: true });
    const old = `${built}.old-${process.pid}`;
    if (existsSync(built)) renameSync(built, old);
    renameSync(fresh, built);
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  step.say('built');
}
