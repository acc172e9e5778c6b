// npm run check: format, lint, types, dead code.

import { runChecks } from './checks.ts';
import { runCommand } from './lifetime.ts';

await runCommand(async (life) => {
  const { passed, failed } = await runChecks(life.signal);
  const which = failed.length > 0 ? ` (${failed.join(', ')})` : '';
  console.log(`\n${passed} checks passed, ${failed.length} failed${which}`);
  return failed.length > 0 ? 1 : 0;
});
