import type pg from 'pg';
import { z } from 'zod';
import { defineQuery } from '../../sql/query-file.ts';
import type { DataChanges } from './changes.ts';

const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const selectChanges = defineQuery(
  new URL('./read-changes.sql', import.meta.url),
  z.object({
    snapshot: z.string(),
    database: z.string(),
    version: z.string(),
    is_gap: z.boolean(),
    table_name: z.string().nullable(),
    boxes: z.array(box).nullable(),
    row_ids: z.array(z.number()).nullable(),
  }),
);

/** Where a reading stood: what it saw and what it did not see yet. */
export type ReadingMark = { snapshot: string; database: string };

/** Reads what changed since an earlier reading. Null when nothing did. */
export async function readChanges(
  client: pg.Client,
  since: ReadingMark | null,
): Promise<{ mark: ReadingMark; changes: DataChanges | null }> {
  const rows = await selectChanges(client, [since?.snapshot ?? null, since?.database ?? null]);
  const first = rows[0];
  if (!first) throw new Error('change_feed has no row');
  const tables = rows.flatMap(({ table_name: table, boxes, row_ids: rowIds }) =>
    table === null ? [] : [{ table, boxes, rowIds }],
  );
  const isGap = first.is_gap || tables.some(({ table }) => table === '*');
  return {
    mark: { snapshot: first.snapshot, database: first.database },
    changes: isGap || tables.length > 0 ? { version: first.version, isGap, tables } : null,
  };
}
