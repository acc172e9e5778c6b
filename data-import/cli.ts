// node data-import/cli.ts: the command line of every import. Needs DATABASE_URL and FIREPOINT_DATA.

import { migrate } from '../sql/migrate.ts';
import { openPool } from '../sql/pool.ts';
import { askToApply } from './batches/ask-to-apply.ts';
import { explainFailure } from './batches/explain-failure.ts';
import { ImportError } from './batches/import-error.ts';
import { listBatches } from './batches/list-batches.ts';
import type { ImportStatus } from './batches/run-import.ts';
import { readCommand, type Command } from './command.ts';
import { listUnmatched } from './corrections/list-unmatched.ts';
import { importDemo } from './demo.ts';
import { describeColumns, generalHelp } from './help.ts';
import { importCity } from './osm/import-city.ts';
import { rebuildRouting } from './osm/rebuild-routing.ts';
import { importRegister } from './registers/import-register.ts';
import { undoBatch } from './undo.ts';

const outcomes: Record<ImportStatus, string> = {
  applied: 'Done.',
  unchanged: 'Nothing changed.',
  previewed: 'Preview: nothing was changed.',
  declined: 'Nothing was changed.',
};

function log(line: string): void {
  console.log(line);
}

function readEnvironment(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new ImportError(`${name} is not set; \`npm run import\` sets it.`);
}

async function withDatabase<T>(
  databaseUrl: string,
  work: (database: ReturnType<typeof openPool>) => Promise<T>,
): Promise<T> {
  const database = openPool(databaseUrl, { max: 2, statementSeconds: 0 });
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

/** Does what was asked for; returns how it ended, where it was something that changes data. */
async function run(command: Command): Promise<ImportStatus | undefined> {
  const databaseUrl = readEnvironment('DATABASE_URL');
  const dataFolder = readEnvironment('FIREPOINT_DATA');
  await withDatabase(databaseUrl, migrate);
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const { dryRun, skipRejected, isComplete, name, allowReplace, houses, seed } = command;
  const confirm = isTerminal && !command.isAgreed ? askToApply : undefined;
  const osrmBin = process.env['OSRM_BIN'];
  const target = { databaseUrl, dataFolder, log, osrmBin, dryRun, confirm };
  switch (command.what) {
    case 'osrm':
      await withDatabase(databaseUrl, (database) => rebuildRouting({ ...target, database }));
      return undefined;
    case 'batches':
      for (const line of await withDatabase(databaseUrl, listBatches)) log(line);
      return undefined;
    case 'corrections':
      for (const line of await withDatabase(databaseUrl, listUnmatched)) log(line);
      return undefined;
    case 'demo':
      await importDemo({ databaseUrl, dataFolder, log, osrmBin, houses, seed, allowReplace });
      return undefined;
    case 'undo':
      return (await undoBatch({ ...target, batchId: command.batchId })).status;
    case 'register': {
      const { register, file } = command;
      const result = await importRegister({ ...target, register, file, skipRejected, isComplete });
      return result.status;
    }
    case 'city': {
      const { file } = command;
      return (await importCity({ ...target, file, name, allowReplace, synthetic: false })).status;
    }
  }
}

// A reader that leaves early, as `| head` does, must not end an import in its middle.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  const command = readCommand(process.argv.slice(2));
  if (command.what === 'help') {
    log(command.register ? describeColumns(command.register) : generalHelp);
    if (!command.isAsked) process.exitCode = 1;
  } else {
    const status = await run(command);
    if (status !== undefined) log(outcomes[status]);
  }
} catch (error) {
  // One sentence for what the user can mend; the whole error for what only a developer can.
  console.error(explainFailure(error) ?? error);
  process.exitCode = 1;
}
