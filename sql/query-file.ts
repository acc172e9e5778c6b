import { createHash } from 'node:crypto';
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
 * `keepsPlan`: each connection reads it once, and PostgreSQL settles on one plan for all values after some runs
 * where that promises as well, or at once where it takes none. For those that take longer to plan than to run.
 */
export function defineQuery<Row extends z.ZodObject>(
  url: URL,
  row: Row,
  { keepsPlan = false } = {},
): (database: Database, parameters: unknown[]) => Promise<z.infer<Row>[]> {
  const text = readFileSync(url, 'utf8');
  const parameterCount = (text.match(/^-- \$\d+ /gm) ?? []).length;
  queryFiles.push({ url, text, parameterCount, row });
  const name = keepsPlan ? createHash('sha256').update(text).digest('hex').slice(0, 32) : undefined;
  return async (database, parameters) => {
    const result = await database.query({ text, values: parameters, ...(name && { name }) });
    return result.rows as z.infer<Row>[];
  };
}
