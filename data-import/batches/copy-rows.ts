import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type CopyValue = string | number | boolean | null | readonly string[];

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function writeValue(value: CopyValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return quote(String(value));
  const items = value.map((item) => `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
  return quote(`{${items.join(',')}}`);
}

/** Streams rows into `table (columns)` by COPY. Table and columns are trusted names from the source. */
export async function copyRows(
  client: pg.PoolClient,
  target: { table: string; columns: readonly string[] },
  rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>,
): Promise<void> {
  async function* lines(): AsyncGenerator<string> {
    for await (const row of rows) yield `${row.map(writeValue).join(',')}\n`;
  }
  const copy = copyFrom(
    `copy ${target.table} (${target.columns.join(',')}) from stdin (format csv)`,
  );
  await pipeline(Readable.from(lines()), client.query(copy));
}
