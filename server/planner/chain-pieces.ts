// Lines that go on at the same node as one line, as long as nothing branches there. Pure.

import type { Position } from '../../geo/position.ts';

export type Piece = {
  /** After each other, from start to end. */
  lines: Position[][];
  meters: number;
  /** The nodes at which it starts and ends; null: between two nodes. */
  start: number | null;
  end: number | null;
};

export function chainPieces(pieces: Piece[]): Piece[] {
  const left = new Set(pieces);
  const byNode = new Map<number, Piece[]>();
  for (const piece of pieces)
    for (const node of [piece.start, piece.end])
      if (node !== null) byNode.set(node, [...(byNode.get(node) ?? []), piece]);

  function goOn(chain: Piece): void {
    for (;;) {
      const node = chain.end;
      const met = node === null ? [] : byNode.get(node)!;
      const next = met.length === 2 ? met.find((piece) => left.has(piece)) : undefined;
      if (!next) return;
      left.delete(next);
      const { lines, meters, end } = next.start === node ? next : turnRound(next);
      for (const line of lines) chain.lines.push(line);
      chain.meters += meters;
      chain.end = end;
    }
  }

  const chains: Piece[] = [];
  for (const piece of pieces) {
    if (!left.delete(piece)) continue;
    const forth = { ...piece, lines: [...piece.lines] };
    goOn(forth);
    const back = turnRound(forth);
    goOn(back);
    chains.push(turnRound(back));
  }
  return chains;
}

function turnRound({ lines, meters, start, end }: Piece): Piece {
  const turned = lines.map((line) => line.toReversed()).toReversed();
  return { lines: turned, meters, start: end, end: start };
}
