// node data-import/cli.ts: the command line of every import. Needs DATABASE_URL and FIREPOINT_DATA.

import { parseArgs } from 'node:util';
import { migrate } from '../sql/migrate.ts';
import { openPool } from '../sql/pool.ts';
import { ImportError } from './batches/import-error.ts';
import { importDemo } from './demo.ts';
import { describeColumns, generalHelp } from './help.ts';
import { importCity } from './osm/import-city.ts';
import { findKeptOsmFile, rebuildRouting } from './osm/keep-file.ts';
import { registers } from './registers/all.ts';
import { importRegister } from './registers/import-register.ts';

function log(line: string): void {
  console.log(line);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        replace: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        complete: { type: 'boolean', default: false },
        'skip-rejected': { type: 'boolean', default: false },
        name: { type: 'string' },
        houses: { type: 'string' },
        seed: { type: 'string' },
      },
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ImportError(`${why.split('. ')[0]}. See --help.`, { cause });
  }
}

function readCount(option: string, text: string | undefined, low: number): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (Number.isInteger(count) && count >= low && count <= 10_000_000) return count;
  throw new ImportError(`--${option} wants a whole number from ${low} on, not "${text}".`);
}

function readEnvironment(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new ImportError(`${name} is not set; \`npm run import\` sets it.`);
}

async function rebuildRoutingOf(databaseUrl: string, dataFolder: string): Promise<void> {
  const osmFile = await findKeptOsmFile(dataFolder);
  if (osmFile === undefined) throw new ImportError('No city is loaded yet; import one first.');
  const database = openPool(databaseUrl, { max: 2, statementSeconds: 0 });
  try {
    await rebuildRouting({ database, osmFile, dataFolder, osrmBin: process.env['OSRM_BIN'], log });
  } finally {
    await database.end();
  }
}

async function migrateDatabase(databaseUrl: string): Promise<void> {
  const pool = openPool(databaseUrl, { max: 1, statementSeconds: 0 });
  try {
    await migrate(pool);
  } finally {
    await pool.end();
  }
}

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [what, file] = positionals;
  const register = registers.find(({ kind }) => kind === what);
  if (values.help || what === undefined) {
    log(register ? describeColumns(register) : generalHelp);
    if (!values.help) process.exitCode = 1;
    return;
  }
  const expected = register ? 2 : 1;
  if (positionals.length > expected)
    throw new ImportError(
      `Too many arguments: ${positionals.slice(expected).join(' ')}. See --help.`,
    );
  if (register && file === undefined)
    throw new ImportError(`${register.kind} wants a file. See ${register.kind} --help.`);
  if (values['dry-run'] && (what === 'demo' || what === 'osrm'))
    throw new ImportError(`There is no preview (--dry-run) of ${what}.`);
  const databaseUrl = readEnvironment('DATABASE_URL');
  const dataFolder = readEnvironment('FIREPOINT_DATA');
  const houses = readCount('houses', values.houses, 1);
  const seed = readCount('seed', values.seed, 0);
  await migrateDatabase(databaseUrl);
  const target = { databaseUrl, dataFolder, log, osrmBin: process.env['OSRM_BIN'] };
  const isPreview = values['dry-run'];
  if (what === 'osrm') return rebuildRoutingOf(databaseUrl, dataFolder);
  if (what === 'demo') return importDemo({ ...target, houses, seed, allowReplace: values.replace });
  const { status } =
    register && file !== undefined
      ? await importRegister({
          ...target,
          register,
          file,
          dryRun: isPreview,
          skipRejected: values['skip-rejected'],
          isComplete: values.complete,
        })
      : await importCity({
          ...target,
          file: what,
          name: values.name,
          synthetic: false,
          allowReplace: values.replace,
          dryRun: isPreview,
        });
  log(
    { applied: 'Done.', unchanged: 'Nothing changed.', previewed: 'Preview: nothing was changed.' }[
      status
    ],
  );
}

try {
  await run();
} catch (error) {
  // One sentence for what the user can mend; the whole error for what only a developer can.
  console.error(error instanceof ImportError ? error.message : error);
  process.exitCode = 1;
}
