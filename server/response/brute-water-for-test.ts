// The nearest hydrant found the slow way: from the stored roads alone, node by node along every
// segment that people can walk, without the road graph, its index or its search.

import { shippedParameters } from '../planner/settings-for-test.ts';
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
  motor: boolean;
  isOff: boolean;
  isAlley: boolean;
  /** Drawn as a pavement or crossing, or perhaps one that nobody tagged. */
  pavement: 'tagged' | 'perhaps' | null;
};
type Spot = { segment: Segment; along: number; aside: number };
type SlowWater = { id: string; position: Position; spot: Spot };
export type SlowCity = { segments: Segment[]; waters: SlowWater[] };

const roadRow = z.object({
  id: z.string(),
  nodes: z.array(z.string()),
  line: z.object({ coordinates: z.array(z.tuple([z.number(), z.number()])) }),
  motor: z.boolean(),
  is_off: z.boolean(),
  is_alley: z.boolean(),
  pavement: z.enum(['tagged', 'perhaps']).nullable(),
});

async function readSegments(database: Database): Promise<Segment[]> {
  const { rows } = await database.query(
    `select r.id::text as id, r.node_ids::text[] as nodes, st_asgeojson(r.geom, 15)::json as line,
       r.motor, r.bridge or (r.tunnel and r.layer < 0) as is_off, r.alley_level > 0 as is_alley,
       case when r.motor then null when r.is_pavement then 'tagged'
         when r.alley_level = 0 and r.alley_id is null and r.street_id is null then 'perhaps' end as pavement
     from roads r
     where r.retired_at is null and (r.foot or (r.motor and r.class <> 'motorway')) order by r.id`,
  );
  return rows.flatMap((row) => {
    const { id, nodes, line, motor, is_off: isOff, ...way } = roadRow.parse(row);
    const { is_alley: isAlley, pavement } = way;
    const kind = { motor, isOff, isAlley, pavement };
    return nodes.slice(1).map((to, i) => {
      const ends: [Position, Position] = [line.coordinates[i]!, line.coordinates[i + 1]!];
      return { road: id, from: nodes[i]!, to, line: ends, meters: lineMeters(ends), ...kind };
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
    return { id, position, spot: meet(segments, position) };
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
    if (!best || meters < best.aside - 1e-6) best = { segment, along: metersAlong, aside: meters };
  }
  return best!;
}

/** Of the shipped values: how far a house is joined to its road, and how far off its street a pavement runs. */
const [linkMeters, taggedMeters, untaggedMeters] = [60, 20, 8];

/** On the ground where anything there is near, and from a pavement on its road. */
function meet(segments: Segment[], position: Position): Spot {
  const onGround = snap(
    segments.filter(({ isOff }) => !isOff),
    position,
  );
  const spot = onGround.aside <= linkMeters ? onGround : snap(segments, position);
  return stepOff(segments, spot, position);
}

function meetDoor(segments: Segment[], { at, roadId }: { at: Position; roadId: string | null }) {
  const named = segments.filter(({ road }) => road === roadId);
  return named.length > 0 ? stepOff(segments, snap(named, at), at) : meet(segments, at);
}

function pointOf({ segment, along }: Spot): Position {
  const [[lon, lat], [toLon, toLat]] = segment.line;
  const share = segment.meters > 0 ? along / segment.meters : 0;
  return [lon + (toLon - lon) * share, lat + (toLat - lat) * share];
}

/** Over all segments, by angles and distances alone. */
function stepOff(segments: Segment[], spot: Spot, position: Position): Spot {
  const at = pointOf(spot);
  const { motor, isOff } = spot.segment;
  if (motor) return spot;
  const around = segments.filter((each) => isNear(each.line, at) && each.isOff === isOff);
  const asideOf = ({ line }: Segment) => projectOntoLine(at, line).meters;
  const walked = around.filter((each) => each.pavement && asideOf(each) <= 0.5);
  if (walked.length === 0) return spot;
  const isTagged = walked.some(({ pavement }) => pavement === 'tagged');
  const roads = around
    .filter((each) => each.motor && (isTagged || !each.isAlley))
    .map((segment) => ({ segment, aside: asideOf(segment) }))
    .filter(({ aside }) => aside <= (isTagged ? taggedMeters : untaggedMeters))
    .toSorted((a, b) => a.aside - b.aside);
  const beside = roads.find(({ segment, aside }) => {
    if (!walked.some(({ line }) => angleOf(line, segment.line) <= 30)) return false;
    return aside < 1 || angleOf([at, projectOntoLine(at, segment.line).point], segment.line) > 60;
  });
  const road = beside ?? (isTagged ? roads[0] : undefined);
  if (!road) return spot;
  const { metersAlong, point } = projectOntoLine(at, road.segment.line);
  return { segment: road.segment, along: metersAlong, aside: metersBetween(point, position) };
}

/** Degrees between two pieces of line, whichever way they are drawn. */
function angleOf(one: [Position, Position], other: [Position, Position]): number {
  const turn = Math.abs(bearingOf(one) - bearingOf(other)) % 180;
  return Math.min(turn, 180 - turn);
}

function bearingOf([[lon, lat], [toLon, toLat]]: [Position, Position]): number {
  const east = (toLon - lon) * Math.cos((lat * Math.PI) / 180);
  return (Math.atan2(toLat - lat, east) * 180) / Math.PI;
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

/**
 * Where a hose begins: at a door, `roadId` being the road that its address names, null for the nearest way; or at a
 * stop, which lies on a way.
 */
type Start = { at: Position; roadId: string | null } | { stop: Position };

/** Metres of hose to each water within `reach` of where a place meets its road, nearest first. */
export function findWaterBySlowSearch(
  { segments, waters }: SlowCity,
  from: Start,
  reach: number,
): { id: string; meters: number }[] {
  const at = 'stop' in from ? from.stop : from.at;
  const start = 'stop' in from ? snap(segments, at) : meetDoor(segments, from);
  // To a house far behind its road the hose goes on.
  const onRoad = 'stop' in from || start.aside <= shippedParameters.number('door_frontage_max');
  const beyond = onRoad ? 0 : start.aside;
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
    .map((each) => ({ ...each, meters: each.meters + beyond }))
    .toSorted((a, b) => a.meters - b.meters);
}
