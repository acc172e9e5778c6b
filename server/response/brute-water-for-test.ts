// The nearest hydrant found the slow way: from the stored roads alone, node by node along every
// segment that people can walk, without the road graph, its index or its search.

import { z } from 'zod';
import { lineMeters, metersBetween } from '../../geo/distance.ts';
import { projectOntoLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';
import type { Database } from '../../sql/pool.ts';

type Segment = {
  road: string;
  from: string;
  to: string;
  line: [Position, Position];
  meters: number;
};
type Spot = { segment: Segment; along: number; aside: number };
type SlowWater = { id: string; position: Position; spot: Spot };
export type SlowCity = { segments: Segment[]; waters: SlowWater[] };

const roadRow = z.object({
  id: z.string(),
  nodes: z.array(z.string()),
  line: z.object({ coordinates: z.array(z.tuple([z.number(), z.number()])) }),
});

async function readSegments(database: Database): Promise<Segment[]> {
  const { rows } = await database.query(
    `select r.id::text as id, r.node_ids::text[] as nodes, st_asgeojson(r.geom, 15)::json as line from roads r
     where r.retired_at is null and (r.foot or (r.motor and r.class <> 'motorway'))`,
  );
  return rows.flatMap((row) => {
    const { id, nodes, line } = roadRow.parse(row);
    return nodes.slice(1).map((to, i) => {
      const ends: [Position, Position] = [line.coordinates[i]!, line.coordinates[i + 1]!];
      return { road: id, from: nodes[i]!, to, line: ends, meters: lineMeters(ends) };
    });
  });
}

async function readUsable(database: Database, segments: Segment[]): Promise<SlowWater[]> {
  const { rows } = await database.query<{ id: string; lon: number; lat: number }>(
    `select 'water:' || id as id, st_x(geom) as lon, st_y(geom) as lat from water_points
     where retired_at is null and status = 'working' and tested_on = current_date`,
  );
  return rows.map(({ id, lon, lat }) => {
    const position: Position = [lon, lat];
    return { id, position, spot: snap(segments, position) };
  });
}

/** With the water points that were tested today. */
export async function readSlowCity(database: Database): Promise<SlowCity> {
  const segments = await readSegments(database);
  return { segments, waters: await readUsable(database, segments) };
}

/** Half a kilometre, and no road of a city is farther from anything. */
const nearDegrees = 0.005;

function isNear([[west, south], [east, north]]: Segment['line'], [lon, lat]: Position): boolean {
  return (
    lon > Math.min(west, east) - nearDegrees &&
    lon < Math.max(west, east) + nearDegrees &&
    lat > Math.min(south, north) - nearDegrees &&
    lat < Math.max(south, north) + nearDegrees
  );
}

function snap(segments: Segment[], position: Position): Spot {
  let best: Spot | undefined;
  for (const segment of segments) {
    if (!isNear(segment.line, position)) continue;
    const { metersAlong, meters } = projectOntoLine(position, segment.line);
    if (!best || meters < best.aside) best = { segment, along: metersAlong, aside: meters };
  }
  return best!;
}

/** Every segment is relaxed until nothing gets shorter (Bellman and Ford), near the start only. */
function spread(segments: Segment[], { segment, along }: Spot, reach: number): Map<string, number> {
  const meters = new Map<string, number>();
  const shorten = (node: string, to: number): boolean => {
    if (to > reach || to >= (meters.get(node) ?? Infinity)) return false;
    meters.set(node, to);
    return true;
  };
  shorten(segment.from, along);
  shorten(segment.to, segment.meters - along);
  const near = segments.filter(
    ({ line }) => metersBetween(line[0], segment.line[0]) <= reach + segment.meters + 100,
  );
  for (let isShorter = true; isShorter;) {
    isShorter = false;
    for (const { from, to, meters: length } of near) {
      if (shorten(to, (meters.get(from) ?? Infinity) + length)) isShorter = true;
      if (shorten(from, (meters.get(to) ?? Infinity) + length)) isShorter = true;
    }
  }
  return meters;
}

/** Where a hose begins; `roadId`: the road that a door's address names, null for the nearest way. */
type Start = { at: Position; roadId: string | null };

/** Metres of hose from where a place meets its road to each water within `reach`, nearest first. */
export function findWaterBySlowSearch(
  { segments, waters }: SlowCity,
  { at, roadId }: Start,
  reach: number,
): { id: string; meters: number }[] {
  const named = segments.filter(({ road }) => road === roadId);
  const start = snap(named.length > 0 ? named : segments, at);
  const meters = spread(segments, start, reach);
  return waters
    .filter(({ position }) => metersBetween(position, at) <= reach + start.aside)
    .map(({ id, spot: { segment, along, aside } }) => {
      const onOne =
        segment === start.segment ? Math.abs(along - start.along) : Number.POSITIVE_INFINITY;
      const around = Math.min(
        (meters.get(segment.from) ?? Infinity) + along,
        (meters.get(segment.to) ?? Infinity) + segment.meters - along,
      );
      return { id, meters: Math.min(onOne, around) + aside };
    })
    .filter((each) => each.meters <= reach)
    .toSorted((a, b) => a.meters - b.meters);
}
