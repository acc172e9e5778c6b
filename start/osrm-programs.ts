// Where OSRM's programs come from: OSRM_BIN, else PATH, else the wheel `osrm-bindings`, which holds
// them ready to run and needs Python only to be unpacked.

import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findExecutable, isExecutable } from '../processes/executables.ts';
import { makeFolder } from './folders.ts';
import { runProgram } from './run-program.ts';
import { SetUpError } from './set-up-error.ts';
import type { Step } from './step.ts';

const wheelVersion = '26.10.0';
const wheels: Record<string, { platform: string; sha256: string } | undefined> = {
  x64: {
    platform: 'manylinux_2_28_x86_64',
    sha256: '840d6f82812eb9f9e17c71eb9083dfa15f3be2bfec4965c32aefa48b00d3a951',
  },
  arm64: {
    platform: 'manylinux_2_28_aarch64',
    sha256: 'df2d386949756b3de034662d2abb378ff1d60ee9b0d5e33c0da4080dc29164a4',
  },
};

/** The folder of OSRM's programs when they are here already; undefined when they must be fetched. */
export function findOsrm(
  toolsFolder: string,
  environment: NodeJS.ProcessEnv = process.env,
): { bin: string; origin: string } | undefined {
  const given = environment['OSRM_BIN'];
  if (given) {
    if (isExecutable(join(given, 'osrm-routed'))) return { bin: given, origin: 'OSRM_BIN' };
    throw new SetUpError(`OSRM_BIN is ${given}, but there is no osrm-routed in that folder.`);
  }
  const onPath = findExecutable('osrm-routed', environment['PATH']);
  if (onPath) return { bin: dirname(onPath), origin: 'PATH' };
  const unpacked = join(wheelFolder(toolsFolder), 'osrm', 'bin');
  if (!isExecutable(join(unpacked, 'osrm-routed'))) return undefined;
  return { bin: unpacked, origin: `osrm-bindings ${wheelVersion}` };
}

function wheelFolder(toolsFolder: string): string {
  return join(toolsFolder, `osrm-bindings-${wheelVersion}`);
}

/** Downloads and unpacks the wheel, checksum verified; returns why not when it cannot. */
async function unpackWheel(
  toolsFolder: string,
  step: Step,
  signal: AbortSignal,
): Promise<string | undefined> {
  const wheel = process.platform === 'linux' ? wheels[process.arch] : undefined;
  if (!wheel) return `osrm-bindings has no programs for ${process.platform}-${process.arch}`;
  const python = findExecutable('python3');
  if (!python) return 'python3 with pip is missing (sudo apt-get install python3-pip)';
  makeFolder(toolsFolder);
  const partial = `${wheelFolder(toolsFolder)}.partial-${process.pid}`;
  const requirements = `${partial}.txt`;
  writeFileSync(requirements, `osrm-bindings==${wheelVersion} --hash=sha256:${wheel.sha256}\n`);
  try {
    const { code, output } = await runProgram(
      python,
      [
        '-m pip install --no-input --root-user-action ignore --retries 1 --timeout 20 --disable-pip-version-check --no-deps --only-binary=:all:',
        `--require-hashes --python-version 3.12 --platform ${wheel.platform}`,
      ]
        .flatMap((options) => options.split(' '))
        .concat('--target', partial, '-r', requirements),
      { signal, onLine: step.detail },
    );
    if (code !== 0) {
      const error = output.find((line) => line.startsWith('ERROR')) ?? output.at(-1);
      return `pip failed: ${error ?? `it ended with ${code}`}`;
    }
    if (!existsSync(wheelFolder(toolsFolder))) renameSync(partial, wheelFolder(toolsFolder));
    return undefined;
  } finally {
    rmSync(requirements, { force: true });
    rmSync(partial, { recursive: true, force: true });
  }
}

/** The folder of OSRM's programs, fetched when needed; undefined, said on the step, when there is no way. */
export async function ensureOsrm(
  toolsFolder: string,
  step: Step,
  signal: AbortSignal,
): Promise<string | undefined> {
  const present = findOsrm(toolsFolder);
  let obstacle: string | undefined;
  if (!present) {
    step.say(`downloading osrm-bindings ${wheelVersion}`);
    obstacle = await unpackWheel(toolsFolder, step, signal);
  }
  const found = present ?? findOsrm(toolsFolder);
  const routed = found && join(found.bin, 'osrm-routed');
  if (found && routed) {
    const { code, output } = await runProgram(routed, ['--version'], { signal });
    if (code === 0) {
      step.say(`${output[0]?.trim() ?? ''} from ${found.origin}`);
      return found.bin;
    }
    obstacle = `osrm-routed does not run here: ${output[0] ?? `it ended with ${code}`}`;
  }
  step.say(`none — ${obstacle}; routing on our own road graph, degraded`);
  return undefined;
}
