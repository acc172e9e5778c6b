import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findExecutable } from '../../processes/executables.ts';
import { guardCommand } from '../../processes/guard-command.ts';
import { explainFailure } from '../batches/explain-failure.ts';
import { ImportError } from '../batches/import-error.ts';

const style = fileURLToPath(new URL('style.lua', import.meta.url));
const damage =
  /PBF error|XML parsing error|XML error|gzip|decompress|unexpected EOF|not well-formed|truncated|mismatched tag|no element found|unclosed token|wrong format|unknown top-level element|invalid/i;

function describeEnd(file: string, output: string, end: string): ImportError {
  const line = output.split('\n').findLast((text) => text.includes('ERROR'));
  if (line === undefined)
    return new ImportError(
      `osm2pgsql ended in the middle of ${basename(file)} (${end}); the old data stays in force. Try again.`,
    );
  const reason = line
    .replace(/^.*ERROR:\s*/, '')
    .replace(/[.\s]+$/, '')
    .trim();
  const known = explainFailure(new Error(reason));
  if (known !== undefined) return new ImportError(known);
  if (damage.test(reason))
    return new ImportError(`${basename(file)} is damaged or cut off (${reason}).`);
  return new ImportError(`osm2pgsql cannot read ${basename(file)} (${reason}).`);
}

/**
 * Reads an OSM file into the schema `staging`, which must exist and be empty.
 * Throws ImportError when the file is damaged, or places a node outside the world.
 */
export async function runOsm2pgsql(databaseUrl: string, file: string): Promise<void> {
  if (findExecutable('osm2pgsql') === undefined)
    throw new ImportError('osm2pgsql is not installed: apt-get install osm2pgsql');
  // The password goes by the environment: arguments can be read by every user of the machine.
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = '';
  // It dies with us: going on, it would write into what the next import stages.
  const [program, ...words] = guardCommand('osm2pgsql', {
    args: ['-d', url.href, '-O', 'flex', '-S', style, '-x', '--log-progress=false', file],
  });
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(password && { PGPASSWORD: password }) },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-100_000);
    });
  const end = await new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ?? `exit ${code}`));
  });
  if (end !== 'exit 0') throw describeEnd(file, output, end);
  const misplaced = /Ignored node (\d+) .*invalid location/.exec(output)?.[1];
  if (misplaced !== undefined)
    throw new ImportError(
      `${basename(file)} has coordinates outside the world (node ${misplaced}).`,
    );
}
