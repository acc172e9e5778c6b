// The way into every npm script, for any Node ≥ 20 and without any package:
//   node start/firepoint.mjs <command> [arguments]
// 1. installs the npm packages when they are missing or outdated;
// 2. runs start/<command>.ts with Node 24, which comes as one of those packages;
// 3. passes signals on, and stops the command when npm itself is killed.

import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { constants as system } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPackageDifference, installPackages } from './npm-packages.mjs';

const commands = ['start', 'test', 'dev', 'import', 'demo', 'check', 'psql', 'bench'];
const root = dirname(dirname(fileURLToPath(import.meta.url)));

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findOnPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function findNode24() {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}/bin/node`);
  if (isExecutable(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(
    `Firepoint runs on Node 24; its package for ${process.platform}-${process.arch} is not there. Install Node 24 or newer and try again.`,
  );
}

function readParent(pid) {
  try {
    // The name in brackets may itself hold spaces and brackets; the fields after it do not.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return { name: readFileSync(`/proc/${pid}/comm`, 'utf8').trim(), parent: Number(fields[1]) };
  } catch {
    return undefined;
  }
}

/** npm starts us itself or through a shell; when npm is killed with -9, nobody else tells us. */
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event || !existsSync('/proc/self/stat')) return;
  const parent = process.ppid;
  const shell = readParent(parent);
  const behindShell = shell && /^(da|ba)?sh$/.test(shell.name) ? shell.parent : undefined;
  const timer = setInterval(() => {
    const shellLost = behindShell !== undefined && readParent(parent)?.parent !== behindShell;
    if (process.ppid === parent && !shellLost) return;
    clearInterval(timer);
    onGone();
  }, 250);
  timer.unref();
}

function runWithNode24(command, args) {
  const node = findNode24();
  const words = [node, join(root, 'start', `${command}.ts`), ...args];
  // A signal from the kernel when this process dies, however it dies.
  const setpriv = process.platform === 'linux' ? findOnPath('setpriv') : undefined;
  if (setpriv) words.unshift(setpriv, '--pdeathsig', 'TERM', '--');
  const child = spawn(words[0], words.slice(1), {
    stdio: 'inherit',
    env: {
      // Reading our sources takes Node a third of a second each time; it remembers what it read.
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  watchNpm(() => child.kill('SIGTERM'));
  child.once('error', (error) => fail(`${command} could not be started: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(code ?? 128 + system.signals[signal]));
}

const [command = '', ...args] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node 20 or newer is needed; this is ${process.versions.node}.`);
if (!commands.includes(command))
  fail(
    `${command ? `There is no command "${command}"` : 'A command is missing'}. Use one of: ${commands.join(', ')}.`,
  );
try {
  const difference = findPackageDifference(root);
  if (difference) {
    console.log(`… npm packages: ${difference}; installing`);
    await installPackages(root);
  }
} catch (error) {
  fail(error.message);
}
runWithNode24(command, args);
