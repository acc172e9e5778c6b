// npm run psql: PostgreSQL's own shell on the database of `npm start`.

import { join } from 'node:path';
import { findExecutable } from '../processes/executables.ts';
import { describeConnection } from './libpq-connection.ts';
import { runCommand } from './lifetime.ts';
import { findPostgres } from './postgres-programs.ts';
import { runVisibly } from './run-program.ts';
import { setUp } from './set-up.ts';
import { SetUpError } from './set-up-error.ts';

await runCommand(async (life) => {
  const { databaseUrl, environment } = await setUp(life, { withOsrm: false, quiet: true });
  const bin = findPostgres()?.bin;
  const psql = bin ? join(bin, 'psql') : findExecutable('psql');
  if (!psql) throw new SetUpError('psql is missing (sudo apt-get install postgresql-client).');
  const env = { ...environment, ...describeConnection(databaseUrl) };
  // In psql Ctrl-C cancels a query or a line.
  return life.leavingInterrupts(() =>
    runVisibly(psql, process.argv.slice(2), { env, signal: life.signal }),
  );
});
