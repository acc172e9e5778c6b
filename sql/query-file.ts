import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { Database } from './pool.ts';

export type QueryFile = {
  url: URL;
  text: string;
  parameterCount: number;
  row: z.ZodObject;
};

/** Every query file in use; `sql.test.ts` prepares each against a real database. */
export const queryFiles: QueryFile[] = [];

/**
 * Loads `<name>.sql` beside its caller and declares its row.
 * The file opens with a header of `-- $1 …` lines, one per parameter.
 */
export function defineQuery<Row extends z.ZodObject>(
  url: URL,
  row: Row,
): (database: Database, parameters: unknown[]) => Promise<z.infer<Row>[]> {
  const text = readFileSync(url, 'utf8');
  const parameterCount = (text.match(/^-- \$\d+ /gm) ?? []).length;
  queryFiles.push({ url, text, parameterCount, row });
  return async (database, parameters) => {
    const result = await database.query(text, parameters);
    return result.rows as z.infer<Row>[];
  };
}
