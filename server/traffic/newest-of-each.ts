import type { SpeedRow } from './queries.ts';

/** A stretch that a source names twice in one batch: what was seen last, or was written last. */
export function newestOfEach(rows: SpeedRow[]): SpeedRow[] {
  const byPair = new Map<string, SpeedRow>();
  for (const row of rows) {
    const name = `${row.from} ${row.to} ${row.source}`;
    const other = byPair.get(name);
    if (!other || timeOf(row) >= timeOf(other)) byPair.set(name, row);
  }
  return [...byPair.values()];
}

function timeOf({ at }: SpeedRow): number {
  return at?.getTime() ?? Infinity;
}
