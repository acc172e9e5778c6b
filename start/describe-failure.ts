import { chooseDataFolder } from './folders.ts';
import { SetUpError } from './set-up-error.ts';

// As the kernel's error reaches us: from Node, from PostgreSQL and its programs, from the importer.
const fullDisk = /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i;

/** What to print of a failure: its sentence for what the user can mend, the whole error for what not. */
export function describeFailure(error: unknown, dataFolder = chooseDataFolder()): unknown {
  const said = error instanceof Error ? error.message : String(error);
  if (fullDisk.test(said))
    return `\nThe disk that holds ${dataFolder} is full. Make room there, or choose another folder with FIREPOINT_DATA=…, and start again.`;
  return error instanceof SetUpError ? `\n${said}` : error;
}
