// Which tiles show a change: pure arithmetic of the slippy map.

import type { Box, DataChanges } from '../data-changes/changes.ts';
import { deepestZoom } from './tile-address.ts';

/** From which zoom on the rows of a table show in a theme, by table. */
export type ThemeReads = Readonly<Record<string, number>>;

/** Columns and rows of one zoom, all ends included. */
type TileRange = { z: number; west: number; north: number; east: number; south: number };

// Themes draw up to 1/32 of a tile beyond its edge, so that no line or icon is cut; twice that is dropped.
const margin = 1 / 16;
const mostNorth = 85.051_128;

function columnOf(lon: number, across: number): number {
  return ((lon + 180) / 360) * across;
}

function rowOf(lat: number, across: number): number {
  const clamped = Math.min(mostNorth, Math.max(-mostNorth, lat));
  const mercator = Math.asinh(Math.tan((clamped * Math.PI) / 180));
  return ((1 - mercator / Math.PI) / 2) * across;
}

/** The tiles of a zoom that a box touches, with their margins. */
function tilesTouching([west, south, east, north]: Box, z: number): TileRange {
  const across = 2 ** z;
  const within = (value: number): number => Math.min(across - 1, Math.max(0, Math.floor(value)));
  return {
    z,
    west: within(columnOf(west, across) - margin),
    east: within(columnOf(east, across) + margin),
    north: within(rowOf(north, across) - margin),
    south: within(rowOf(south, across) + margin),
  };
}

function countTiles({ west, north, east, south }: TileRange): number {
  return (east - west + 1) * (south - north + 1);
}

/** The parts of `theme/z/x/y`. */
export function readKey(key: string): { theme: string; z: number; x: number; y: number } {
  const [theme = '', z, x, y] = key.split('/');
  return { theme, z: Number(z), x: Number(x), y: Number(y) };
}

/** Where a theme shows a change: everywhere from a zoom on, or in some ranges of tiles. */
export type Affected = { theme: string; everywhereFrom: number; ranges: TileRange[] };

function listRanges(boxes: readonly Box[], fromZoom: number): TileRange[] {
  const ranges: TileRange[] = [];
  for (let z = fromZoom; z <= deepestZoom; z += 1)
    for (const box of boxes) ranges.push(tilesTouching(box, z));
  return ranges;
}

export function findAffected(
  theme: string,
  reads: ThemeReads | undefined,
  { isGap, tables }: DataChanges,
): Affected {
  const affected: Affected = { theme, everywhereFrom: Infinity, ranges: [] };
  if (isGap || reads === undefined) return { ...affected, everywhereFrom: 0 };
  for (const { table, boxes } of tables) {
    const fromZoom = reads[table];
    if (fromZoom === undefined) continue;
    if (boxes === null) affected.everywhereFrom = Math.min(affected.everywhereFrom, fromZoom);
    else affected.ranges.push(...listRanges(boxes, fromZoom));
  }
  return affected;
}

export function* keysIn({ theme, ranges }: Affected): Generator<string> {
  for (const { z, west, north, east, south } of ranges)
    for (let x = west; x <= east; x += 1)
      for (let y = north; y <= south; y += 1) yield `${theme}/${z}/${x}/${y}`;
}

export function isIn(
  { everywhereFrom, ranges }: Affected,
  { z, x, y }: { z: number; x: number; y: number },
): boolean {
  return (
    z >= everywhereFrom ||
    ranges.some(
      (range) =>
        range.z === z && x >= range.west && x <= range.east && y >= range.north && y <= range.south,
    )
  );
}

export function countKeys({ ranges }: Affected): number {
  return ranges.reduce((sum, range) => sum + countTiles(range), 0);
}
