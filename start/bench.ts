// npm run bench: measures the product on this machine, with the database of `npm start`.

import { join } from 'node:path';
import { root } from './folders.ts';
import { runCommand } from './lifetime.ts';
import { runVisibly } from './run-program.ts';
import { setUp } from './set-up.ts';

await runCommand(async (life) => {
  const { environment } = await setUp(life);
  const args = [join(root, 'bench', 'main.ts'), ...process.argv.slice(2)];
  return runVisibly(process.execPath, args, { env: environment, signal: life.signal });
});
