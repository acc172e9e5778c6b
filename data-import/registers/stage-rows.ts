import { basename } from 'node:path';
import type pg from 'pg';
import type { z } from 'zod';
import { copyRows, type CopyValue } from '../batches/copy-rows.ts';
import { ImportError } from '../batches/import-error.ts';
import { readRows, type RawRow } from './read-rows.ts';
import type { Register, RejectedRow } from './register.ts';

export type StagedRows = {
  read: number;
  rejected: RejectedRow[];
  /** Columns with something in them that the register does not know. */
  unknownColumns: string[];
};

function checkColumns({ columns }: Register, { values }: RawRow, file: string): void {
  const missing = columns.filter(({ name, isRequired }) => isRequired && !(name in values));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  throw new ImportError(
    `${basename(file)} lacks the column${missing.length > 1 ? 's' : ''} ${names}; it has ${Object.keys(values).join(', ')}.`,
  );
}

function explain(error: z.ZodError, { values }: RawRow): string {
  return error.issues
    .map(({ path, message }) => {
      const name = String(path[0] ?? '');
      const written = values[name] ?? '';
      return written === '' || written.length > 60
        ? `${name} ${message}`
        : `${name} "${written}" ${message}`;
    })
    .join('; ');
}

/** What is wrong with a row, whatever its columns mean. */
function findFault({ values, surplus }: RawRow): string | null {
  const cells = [...Object.values(values), ...surplus];
  if (cells.some((text) => text.includes('\0') || !text.isWellFormed()))
    return 'holds a character that is none, as NUL';
  // 2,5 without quotes is two cells, and all behind it are read as another column.
  if (surplus.length > 0)
    return `has more cells than the header, ${surplus.length} too many: put a number with a comma into quotes, "2,5", or use semicolons`;
  return null;
}

// Columns that Firepoint does not know are kept with the row.
function collectNotes({ columns }: Register, { values }: RawRow): Record<string, string> {
  // `line` and `reason` head a mended file of rejected rows.
  const known = new Set(['line', 'reason', ...columns.map(({ name }) => name)]);
  const others = Object.entries(values).filter(([name, text]) => !known.has(name) && text !== '');
  return Object.fromEntries(others);
}

async function* readValid(
  register: Register,
  file: string,
  result: StagedRows,
): AsyncGenerator<CopyValue[]> {
  const firstLines = new Map<string, number>();
  for await (const raw of readRows(file)) {
    if (result.read === 0) checkColumns(register, raw, file);
    result.read += 1;
    const notes = collectNotes(register, raw);
    for (const name of Object.keys(notes))
      if (!result.unknownColumns.includes(name)) result.unknownColumns.push(name);
    const fault = findFault(raw);
    if (fault !== null) {
      result.rejected.push({ line: raw.line, reason: fault });
      continue;
    }
    const parsed = register.row.safeParse(raw.values);
    if (!parsed.success) {
      result.rejected.push({ line: raw.line, reason: explain(parsed.error, raw) });
      continue;
    }
    const row = parsed.data as Record<string, CopyValue>;
    const key = register.key === undefined ? `line ${raw.line}` : String(row[register.key]);
    const firstLine = firstLines.get(key);
    if (firstLine === undefined) firstLines.set(key, raw.line);
    else {
      const reason = `${register.key} "${key}" stands on line ${firstLine} already`;
      result.rejected.push({ line: raw.line, reason });
      continue;
    }
    const values = Object.keys(register.staged).map((name) => row[name] ?? null);
    yield [raw.line, JSON.stringify(notes), ...values];
  }
}

/** Fills `staging.rows` with the rows of the file that are right, and hands back the others with their reasons. */
export async function stageRows(
  client: pg.PoolClient,
  register: Register,
  file: string,
): Promise<StagedRows> {
  const types = Object.entries(register.staged).map(([name, type]) => `${name} ${type}`);
  await client.query(
    `create table staging.rows (line integer not null, notes jsonb not null, ${types.join(', ')})`,
  );
  await client.query(
    `create table staging.row_errors (line integer not null, reason text not null);
     create table staging.row_doubts (line integer not null, reason text not null)`,
  );
  const result: StagedRows = { read: 0, rejected: [], unknownColumns: [] };
  const columns = ['line', 'notes', ...Object.keys(register.staged)];
  await copyRows(client, { table: 'staging.rows', columns }, readValid(register, file, result));
  if (result.read === 0) throw new ImportError(`${basename(file)} has no rows.`);
  await register.check?.(client);
  const { rows } = await client.query<RejectedRow>(
    `select line, string_agg(reason, '; ' order by reason) as reason from staging.row_errors group by line`,
  );
  await client.query('delete from staging.rows r using staging.row_errors e where e.line = r.line');
  for (const row of rows) result.rejected.push(row);
  result.rejected.sort((a, b) => a.line - b.line);
  return result;
}
