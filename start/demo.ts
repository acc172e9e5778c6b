// npm run demo: makes the demo city again; in place of a real one only with --replace.

import { importer } from './city.ts';
import { runCommand } from './lifetime.ts';
import { runVisibly } from './run-program.ts';
import { setUp } from './set-up.ts';

await runCommand(async (life) => {
  const { environment } = await setUp(life);
  const args = [importer, 'demo', ...process.argv.slice(2)];
  return runVisibly(process.execPath, args, { env: environment, signal: life.signal });
});
