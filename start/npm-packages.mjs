// Are the npm packages of package-lock.json the ones in node_modules? npm leaves its own account of
// what it installed in node_modules/.package-lock.json; comparing the two needs no stamp of ours and
// is right after `npm install`, `npm ci` and `git pull` alike.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Names what keeps node_modules from matching the lock file; undefined when it matches. */
export function findPackageDifference(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!wanted) throw new Error('package-lock.json is missing or broken; check it out again.');
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return 'npm packages are missing';
  for (const [path, { version, integrity, optional }] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    // Optional packages of other platforms are never installed.
    if (!found && optional) continue;
    if (!found || found.version !== version || found.integrity !== integrity)
      return `${path.replace(/^.*node_modules\//, '')} ${version} is not installed`;
  }
  return undefined;
}

/** Runs `npm ci`; shows how long it takes. Throws a sentence with npm's own words when it fails. */
export async function installPackages(root) {
  const started = Date.now();
  const ticker = setInterval(() => {
    console.log(
      `… npm packages: installing (${Math.round((Date.now() - started) / 1000)} s so far)`,
    );
  }, 5_000);
  const npm = spawn(
    'npm',
    ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let words = '';
  npm.stderr.on('data', (chunk) => {
    words = (words + chunk).slice(-4_000);
  });
  const stopNpm = () => npm.kill('SIGTERM');
  process.once('SIGTERM', stopNpm);
  try {
    const code = await new Promise((resolve, reject) => {
      npm.once('error', reject);
      npm.once('close', resolve);
    });
    if (code !== 0) throw new Error(words.trim() || `npm ended with ${code}`);
  } catch (error) {
    throw new Error(
      `The npm packages could not be installed (npm ci). npm says: ${error.message}`,
      { cause: error },
    );
  } finally {
    clearInterval(ticker);
    process.removeListener('SIGTERM', stopNpm);
  }
}
