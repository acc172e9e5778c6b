// Positions of a vehicle under way, matched to the roads that it took.

import { z } from 'zod';
import type { Position } from '../../geo/position.ts';

/** `at` in seconds since 1970, each later than the one before. */
export type SeenPosition = { position: Position; at: number; accuracyMeters: number };

/** A piece of the way without a gap. */
export type MatchedPiece = {
  /** 0 to 1: how well the positions fit it. */
  confidence: number;
  /** Which of the given positions it goes by, one more than it has legs. */
  points: number[];
  /** OpenStreetMap's nodes along each leg, and the metres between them: of the first and last only what was driven. */
  legs: { nodes: number[]; meters: number[] }[];
};

const annotation = z.object({
  nodes: z.array(z.number()),
  distance: z.array(z.number().nonnegative()),
});

export const osrmMatch = z.object({
  matchings: z.array(z.object({ confidence: z.number(), legs: z.array(z.object({ annotation })) })),
  tracepoints: z.array(
    z.object({ matchings_index: z.number(), waypoint_index: z.number() }).nullable(),
  ),
});

export function writeMatchPath(track: SeenPosition[]): string {
  const positions = track.map(({ position: [lon, lat] }) => `${lon.toFixed(6)},${lat.toFixed(6)}`);
  const options = [
    `timestamps=${track.map(({ at }) => Math.round(at)).join(';')}`,
    `radiuses=${track.map(({ accuracyMeters }) => Math.round(accuracyMeters)).join(';')}`,
    'annotations=nodes,distance',
    'overview=false',
    'generate_hints=false',
    // A gap in time or in the fit ends a piece.
    'gaps=split',
  ];
  return `/match/v1/driving/${positions.join(';')}?${options.join('&')}`;
}

export function readMatch({ matchings, tracepoints }: z.infer<typeof osrmMatch>): MatchedPiece[] {
  return matchings.map(({ confidence, legs }, index) => ({
    confidence,
    points: tracepoints
      .flatMap((at, point) => (at?.matchings_index === index ? [{ point, at }] : []))
      .toSorted((a, b) => a.at.waypoint_index - b.at.waypoint_index)
      .map(({ point }) => point),
    legs: legs.map(({ annotation: { nodes, distance } }) => ({ nodes, meters: distance })),
  }));
}
