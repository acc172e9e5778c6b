// npm run psql: PostgreSQL's own shell on the database of `npm start`.

import { join } from 'node:path';
import { findExecutable } from './executables.ts';
import { runCommand } from './lifetime.ts';
import { findPostgres } from './postgres-programs.ts';
import { runVisibly } from './run-program.ts';
import { setUp } from './set-up.ts';
import { SetUpError } from './set-up-error.ts';

/** The connection as libpq's variables: on a command line others could read the password. */
export function describeConnection(databaseUrl: string): Record<string, string> {
  const url = new URL(databaseUrl);
  const variables = {
    PGHOST: url.hostname,
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    PGSSLMODE: url.searchParams.get('sslmode') ?? '',
  };
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
}

await runCommand(async (life) => {
  const { databaseUrl, environment } = await setUp(life, { withOsrm: false });
  const bin = findPostgres()?.bin;
  const psql = bin ? join(bin, 'psql') : findExecutable('psql');
  if (!psql) throw new SetUpError('psql is missing (sudo apt-get install postgresql-client).');
  return runVisibly(psql, process.argv.slice(2), {
    env: { ...environment, ...describeConnection(databaseUrl) },
  });
});
