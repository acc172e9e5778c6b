import type { Database } from './pool.ts';

/** The advisory lock of whoever imports, held until all that follows the import is done. */
export const importLockKey = 4_114_115;

export async function isImportRunning(database: Database): Promise<boolean> {
  const { rows } = await database.query<{ is: boolean }>(
    `select exists (
       select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
       where l.locktype = 'advisory' and l.classid = 0 and l.objid = $1 and l.objsubid = 1 and l.granted) as is`,
    [importLockKey],
  );
  return rows[0]!.is;
}
