// Figures that a lost decimal comma would make: 21 for 2,1. They may be true, so they are asked about once. Pure.

import type { NearRoad } from '../../server/roads/schema.ts';
import type { Faults, ObstacleKind, Written } from './road-draft.ts';

type Usual = Pick<NearRoad, 'classMaxWidthMeters' | 'doubtfulWidthMeters' | 'doubtfulHeightMeters'>;

type Figure = {
  field: 'width' | 'height' | 'clear';
  of: 'width' | 'height';
  meters: number;
};

/** At the fields to look at again before what was written is sent. */
export function findUnusual(
  parts: Written['parts'],
  { road, kinds }: { road: Usual; kinds: readonly ObstacleKind[] },
): Faults {
  const { doubtfulWidthMeters: width, doubtfulHeightMeters: height } = road;
  const faults: Faults = {};
  for (const { field, of, meters } of parts.flatMap((part) => figureOf(part, kinds) ?? [])) {
    if (of === 'width' && width !== null && meters > width)
      faults[field] = { code: 'wide', amount: meters, bound: road.classMaxWidthMeters ?? width };
    if (of === 'height' && height !== null && meters > height)
      faults[field] = { code: 'high', amount: meters, bound: height };
  }
  return faults;
}

function figureOf(
  { part, entered: { value } }: Written['parts'][number],
  kinds: readonly ObstacleKind[],
): Figure | null {
  if ((part === 'width' || part === 'height') && typeof value === 'number')
    return { field: part, of: part, meters: value };
  if (part !== 'obstacle' || typeof value !== 'object' || value === null) return null;
  if (!('kind' in value) || value.clearMeters === undefined) return null;
  const limits = kinds.find(({ kind }) => kind === value.kind)?.limits ?? null;
  return limits && { field: 'clear', of: limits, meters: value.clearMeters };
}
