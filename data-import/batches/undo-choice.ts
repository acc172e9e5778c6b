// Which batch can be undone: the one whose data stand in the register now.

import type { Database } from '../../sql/pool.ts';
import { ImportError } from './import-error.ts';

export type AppliedBatch = {
  id: number;
  kind: string;
  file_name: string;
  file_sha256: string;
  synthetic: boolean;
  finished_at: Date;
  undoes: number | null;
  is_replaced: boolean | null;
};

export type UndoChoice = {
  batch: AppliedBatch;
  /** For a city: the batch whose file is in force again. */
  formerCity: AppliedBatch | undefined;
};

/** Which state of the data each batch found and left: an undo leaves the one that the undone batch had found. */
function traceStates(batches: readonly AppliedBatch[]): {
  after: Map<number, number>;
  current: number;
} {
  const before = new Map<number, number>();
  const after = new Map<number, number>();
  let current = 0;
  for (const { id, undoes } of batches) {
    before.set(id, current);
    current = undoes === null ? id : (before.get(undoes) ?? 0);
    after.set(id, current);
  }
  return { after, current };
}

function describe({ id, kind, file_name: file }: AppliedBatch): string {
  return `batch ${id} (${kind}, ${file})`;
}

/** The batch with this id, else the last one. Throws ImportError, saying why, when it cannot be undone. */
export async function chooseUndo(database: Database, id?: number): Promise<UndoChoice> {
  const { rows } = await database.query<AppliedBatch>(
    `select id, kind, file_name, file_sha256, synthetic, finished_at, undoes,
       (report ->> 'isReplaced')::boolean as is_replaced
     from import_batches
     where status = 'applied' order by id`,
  );
  const last = rows.at(-1);
  if (last === undefined)
    throw new ImportError('Nothing was imported yet, so nothing can be undone.');
  const batch = id === undefined ? last : rows.find((row) => row.id === id);
  if (batch === undefined)
    throw new ImportError(`No batch ${id} was applied; see \`npm run import -- batches\`.`);
  const formerCity = rows.findLast((row) => row.kind === 'city' && row.id < batch.id);
  if (batch.kind === 'city' && formerCity === undefined)
    throw new ImportError(`${describe(batch)} cannot be undone: no city stood here before it.`);
  const { after, current } = traceStates(rows);
  if (after.get(batch.id) !== current)
    throw new ImportError(
      `${describe(last)} was applied after ${describe(batch)} and stands in the way; undo that one first.`,
    );
  const { rowCount } = await database.query(
    `select from history.changed_ids where batch_id = $1
     union all select from history.before_images where batch_id = $1 limit 1`,
    [batch.id],
  );
  if (rowCount === 0)
    throw new ImportError(
      `What ${describe(batch)} replaced is no longer kept, so it cannot be undone.`,
    );
  return { batch, formerCity: batch.kind === 'city' ? formerCity : undefined };
}
