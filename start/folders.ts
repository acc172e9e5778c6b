import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this source lies in. */
export const root = realpathSync(dirname(dirname(fileURLToPath(import.meta.url))));

/** Tells one checkout from another on the same machine. */
export function hashCheckout(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 12);
}

/**
 * Where everything that is made here lies: FIREPOINT_DATA, else `.data/` in the checkout. Root has
 * a folder outside of it, for PostgreSQL runs as another user, to whom root's home is closed.
 */
export function chooseDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  { userId = process.getuid?.(), checkout = root } = {},
): string {
  const given = environment['FIREPOINT_DATA'];
  if (given) return resolve(checkout, given);
  return userId === 0
    ? join('/var/lib/firepoint', hashCheckout(checkout))
    : join(checkout, '.data');
}

export function makeFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}
