import { z } from 'zod';
import type { Position } from '../../../geo/position.ts';
import type { Database } from '../../../sql/pool.ts';
import { defineQuery } from '../../../sql/query-file.ts';
import type { RoadRef } from '../../planner/road-ref.ts';

const selectAccess = defineQuery(
  new URL('./find-access.sql', import.meta.url),
  z.object({
    lon: z.number(),
    lat: z.number(),
    name: z.string().nullable(),
    class: z.string(),
    alley_level: z.number(),
    width_m: z.number(),
    provenance: z.enum(['measured', 'tagged', 'derived', 'assumed']),
  }),
);

/** Where a door meets its road; `road` is null where none is near, and the point the door itself. */
export type Access = { point: Position; road: RoadRef | null };

/** How far a road may be at most, and how near one on the ground is to go before a bridge. */
export type Reaches = { maxMeters: number; linkMeters: number };

export async function readAccess(
  database: Database,
  { door, roadId, maxMeters, linkMeters }: { door: Position; roadId: number | null } & Reaches,
): Promise<Access> {
  const [row] = await selectAccess(database, [...door, roadId, maxMeters, linkMeters]);
  if (!row) return { point: door, road: null };
  return {
    point: [row.lon, row.lat],
    road: {
      name: row.name,
      class: row.class,
      alleyLevel: row.alley_level,
      widthMeters: Math.round(row.width_m * 100) / 100,
      provenance: row.provenance,
    },
  };
}

const selectStraightLines = defineQuery(
  new URL('./find-straight-lines.sql', import.meta.url),
  z.object({ start_id: z.number(), meters: z.number(), river: z.string().nullable() }),
);

export type StraightLine = z.infer<
  z.ZodObject<{ meters: z.ZodNumber; river: z.ZodNullable<z.ZodString> }>
>;

/** By start; `river` is the name of one in between ('' for one without a name), null for none. */
export async function readStraightLines(
  database: Database,
  starts: { id: number; start: Position }[],
  door: Position,
): Promise<Map<number, StraightLine>> {
  const rows = await selectStraightLines(database, [
    starts.map(({ id }) => id),
    starts.map(({ start: [lon] }) => lon),
    starts.map(({ start: [, lat] }) => lat),
    ...door,
  ]);
  return new Map(rows.map((row) => [row.start_id, row]));
}
