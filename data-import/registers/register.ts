import type pg from 'pg';
import type { z } from 'zod';
import type { Merge } from '../batches/merge.ts';

export type Column = { name: string; isRequired: boolean; help: string };

/** A kind of register file: what its rows look like and how they become rows of the live tables. */
export type Register = {
  kind: string;
  /** What a row is, for the help text. */
  about: string;
  columns: readonly Column[];
  /** From cells to values; keys are columns of `staging.rows`. */
  row: z.ZodObject;
  /** Columns of `staging.rows` besides `line`, `notes`; SQL type by name, in the order of `row`. */
  staged: Readonly<Record<string, string>>;
  /** The column that must not occur twice in a file; left out where `check` sees to it. */
  key?: string;
  /** Checks of `staging.rows` against the database: writes `(line, reason)` to `staging.row_errors`. */
  check?: (client: pg.PoolClient) => Promise<void>;
  /** From `staging.rows` to the tables that `merges` names; writes what looks mistyped to `staging.row_doubts`. */
  stage: (client: pg.PoolClient, options: StageOptions) => Promise<void>;
  merges: readonly RegisterMerge[];
};

/** `isComplete`: the file is the whole register, so that rows which it lacks are retired. */
export type StageOptions = { isComplete: boolean };

export type RegisterMerge = Merge & { retiresWhenComplete?: string };

export type RejectedRow = { line: number; reason: string };

/** Whether what stands in columns that the register does not know is kept with its rows. */
export function keepsNotes({ merges }: Register): boolean {
  return merges.some(({ columns }) => columns.includes('notes'));
}
