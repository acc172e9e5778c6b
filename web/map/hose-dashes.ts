import { lineMeters } from '../../geo/distance.ts';
import { sliceLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';

/** One dash of the hose leg stands for 20 m, the length of one hose. */
export const dashMeters = 20;

/** The part of each 20 m that stays empty, so that dashes can be told apart and counted. */
const gapShare = 0.18;

/** The hose leg broken into one dash per 20 m from the stop point; the last one may be shorter. */
export function hoseDashes(line: Position[]): Position[][] {
  if (line.length < 2) return [];
  const total = lineMeters(line);
  const dashes: Position[][] = [];
  for (let from = 0; from < total - 0.5; from += dashMeters)
    dashes.push(sliceLine(line, from, Math.min(total, from + dashMeters * (1 - gapShare))));
  return dashes;
}

/** A straight line broken into equal pieces: what is estimated rather than routed. */
export function equalDashes(from: Position, to: Position, pieces: number): Position[][] {
  const at = (share: number): Position => [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
  ];
  return Array.from({ length: pieces }, (_, i) => [at(i / pieces), at((i + 0.5) / pieces)]);
}

/** Points every few metres, for a leg that is walked. */
export function footDots(line: Position[], everyMeters = 5): Position[] {
  if (line.length < 2) return [];
  const total = lineMeters(line);
  const dots: Position[] = [];
  for (let at = everyMeters / 2; at < total; at += everyMeters)
    dots.push(sliceLine(line, at, total)[0]!);
  return dots;
}
