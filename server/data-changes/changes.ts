/** west, south, east, north */
export type Box = [west: number, south: number, east: number, north: number];

export type TableChange = {
  table: string;
  /** Where it shows, before and after; null means anywhere. */
  boxes: Box[] | null;
  /** Null when there are many, or the table has none. */
  rowIds: number[] | null;
};

/** What changed since the reading before. */
export type DataChanges = {
  /** How many changes were applied so far, these included. */
  version: string;
  /** Some changes cannot be told any more: anything may be another than before. */
  isGap: boolean;
  tables: TableChange[];
};

/** Whether something changed in one of these tables. */
export function concerns({ isGap, tables }: DataChanges, names: readonly string[]): boolean {
  return isGap || tables.some(({ table }) => names.includes(table));
}
