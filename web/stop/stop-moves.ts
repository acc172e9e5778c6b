export type LonLat = { lon: number; lat: number };

/** The stop points that one unit had before the one shown; null is where it was planned. */
export type StopMoves = { of: string; before: (LonLat | null)[] };

export const noMoves: StopMoves = { of: '', before: [] };

/** Nobody takes back more than that. */
const mostKept = 20;

/** Moves of another unit, or of another answer, are not taken back here. */
export function recordMove(moves: StopMoves, of: string, from: LonLat | null): StopMoves {
  const before = moves.of === of ? moves.before : [];
  return { of, before: [...before, from].slice(-mostKept) };
}

/** Where the unit stopped before; undefined when nothing was moved. */
export function lastStop(moves: StopMoves, of: string): LonLat | null | undefined {
  return moves.of === of ? moves.before.at(-1) : undefined;
}

export function withoutLast(moves: StopMoves): StopMoves {
  return { ...moves, before: moves.before.slice(0, -1) };
}
