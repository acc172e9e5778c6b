// npm run import -- FILE …: the importer, on the database that `npm start` uses, running or not.

import { importer } from './city.ts';
import { runCommand } from './lifetime.ts';
import { runVisibly } from './run-program.ts';
import { setUp } from './set-up.ts';

const args = process.argv.slice(2);
const asksOnly = args.length === 0 || args.some((word) => word === '--help' || word === '-h');

await runCommand(async (life) => {
  const environment = asksOnly ? process.env : (await setUp(life)).environment;
  return runVisibly(process.execPath, [importer, ...args], {
    env: environment,
    // npm changes to the checkout; file names are meant from where npm was called.
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    signal: life.signal,
  });
});
