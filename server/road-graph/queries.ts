import { z } from 'zod';
import type { RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import type { RoadBarrier, RoadLine } from '../../geo/graph/road.ts';
import type { StationPlace } from '../planner/city-graph.ts';
import type { RouterFacts } from '../planner/router-facts.ts';
import type { Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';

const provenance = z.enum(['measured', 'tagged', 'derived', 'assumed']);

const selectRoads = defineQuery(
  new URL('./load-roads.sql', import.meta.url),
  z.object({
    id: z.number(),
    class: z.string(),
    name: z.string().nullable(),
    street_id: z.number().nullable(),
    alley_id: z.number().nullable(),
    alley_level: z.number(),
    oneway: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
    roundabout: z.boolean(),
    motor: z.boolean(),
    foot: z.boolean(),
    width_m: z.number(),
    possible_width_m: z.number(),
    width_provenance: provenance,
    max_height_m: z.number().nullable(),
    max_weight_t: z.number().nullable(),
    speed_kmh: z.number(),
    is_pavement: z.boolean(),
    is_off_ground: z.boolean(),
    nodes: z.string(),
    line: z.instanceof(Buffer),
  }),
);

/** In the order of their ids all, or some: these, and those of these streets and alleys; rows that are retired are left out. */
export async function readRoads(
  database: Database,
  some?: { roads: number[]; streets: number[]; alleys: number[] },
): Promise<RoadLine[]> {
  const rows = await selectRoads(database, [
    some?.roads ?? null,
    some?.streets ?? null,
    some?.alleys ?? null,
  ]);
  return rows
    .toSorted((a, b) => a.id - b.id)
    .map((row) => ({
      id: row.id,
      class: row.class,
      name: row.name,
      streetId: row.street_id,
      alleyId: row.alley_id,
      alleyLevel: row.alley_level,
      oneway: row.oneway,
      isRoundabout: row.roundabout,
      motor: row.motor,
      foot: row.foot,
      widthMeters: row.width_m,
      possibleWidthMeters: row.possible_width_m,
      widthProvenance: row.width_provenance,
      maxHeightMeters: row.max_height_m,
      maxWeightTonnes: row.max_weight_t,
      speedKmh: row.speed_kmh,
      isPavement: row.is_pavement,
      isOffGround: row.is_off_ground,
      nodeIds: readNodeIds(row.nodes),
      coordinates: readWkbLine(row.line),
    }));
}

function readNodeIds(nodes: string): Float64Array {
  const texts = nodes.split(' ');
  const ids = new Float64Array(texts.length);
  for (let i = 0; i < ids.length; i++) ids[i] = Number(texts[i]);
  return ids;
}

/** Little-endian WKB of a line: byte order, type and count take 9 bytes, then lon, lat pairs. */
function readWkbLine(wkb: Buffer): Float64Array {
  const count = wkb.readUInt32LE(5);
  const coordinates = new Float64Array(2 * count);
  for (let i = 0; i < coordinates.length; i++) coordinates[i] = wkb.readDoubleLE(9 + 8 * i);
  return coordinates;
}

const selectBarriers = defineQuery(
  new URL('./load-barriers.sql', import.meta.url),
  z.object({
    osm_node_id: z.number(),
    kind: z.string(),
    family: z.string(),
    motor: z.boolean(),
    footways: z.boolean(),
    foot: z.boolean(),
    delay_s: z.number(),
    foot_delay_s: z.number(),
    hose_delay_s: z.number(),
  }),
);

export async function readBarriers(database: Database): Promise<RoadBarrier[]> {
  const rows = await selectBarriers(database, []);
  return rows.map((row) => ({
    nodeId: row.osm_node_id,
    kind: row.kind,
    family: row.family,
    motor: row.motor,
    footways: row.footways,
    foot: row.foot,
    delaySeconds: row.delay_s,
    footDelaySeconds: row.foot_delay_s,
    hoseDelaySeconds: row.hose_delay_s,
  }));
}

const selectObstacles = defineQuery(
  new URL('./load-obstacles.sql', import.meta.url),
  z.object({
    id: z.number(),
    road_ids: z.array(z.number()),
    kind: z.string(),
    family: z.string(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    clear_m: z.number().nullable(),
    provenance,
    from_minute: z.number().nullable(),
    to_minute: z.number().nullable(),
    motor: z.boolean(),
    footways: z.boolean(),
    foot: z.boolean(),
    delay_s: z.number(),
    foot_delay_s: z.number(),
    hose_delay_s: z.number(),
    limits: z.string(),
  }),
);

export async function readObstacles(database: Database): Promise<RoadObstacle[]> {
  const rows = await selectObstacles(database, []);
  return rows.map((row) => ({
    id: row.id,
    roadIds: row.road_ids,
    kind: row.kind,
    family: row.family,
    at: row.lon === null || row.lat === null ? null : [row.lon, row.lat],
    motor: row.motor,
    footways: row.footways,
    foot: row.foot,
    delaySeconds: row.delay_s,
    footDelaySeconds: row.foot_delay_s,
    hoseDelaySeconds: row.hose_delay_s,
    maxHeightMeters: row.limits === 'height' ? row.clear_m : null,
    maxWidthMeters: row.limits === 'width' ? row.clear_m : null,
    clearProvenance: row.provenance,
    hours:
      row.from_minute === null || row.to_minute === null
        ? null
        : { fromMinute: row.from_minute, toMinute: row.to_minute },
  }));
}

const selectLimits = defineQuery(
  new URL('./load-limits.sql', import.meta.url),
  z.object({
    road_id: z.number(),
    height_provenance: provenance.nullable(),
    weight_provenance: provenance.nullable(),
  }),
);

export type KnownLimits = Pick<RoadLine, 'heightProvenance' | 'weightProvenance'>;

/** How people know the limits they gave, by road. */
export async function readKnownLimits(
  database: Database,
): Promise<ReadonlyMap<number, KnownLimits>> {
  const rows = await selectLimits(database, []);
  return new Map(
    rows.map(({ road_id: id, height_provenance: height, weight_provenance: weight }) => [
      id,
      { ...(height && { heightProvenance: height }), ...(weight && { weightProvenance: weight }) },
    ]),
  );
}

const selectChangedRoads = defineQuery(
  new URL('./load-changed-roads.sql', import.meta.url),
  z.object({ road_id: z.number() }),
);

/** Roads that people corrected since the routing data were built; those of the last seconds may not be in use yet. */
export async function readChangedRoads(
  database: Database,
  settlesAfterSeconds: number,
): Promise<ReadonlySet<number>> {
  const rows = await selectChangedRoads(database, [settlesAfterSeconds]);
  return new Set(rows.map(({ road_id: id }) => id));
}

const flags = z.object({ motor: z.boolean(), footways: z.boolean() });
const madeOf = z.object({
  classes: z.record(
    z.string(),
    z.object({
      widthMeters: z.number(),
      widthMarginMeters: z.number(),
      heightMeters: z.number(),
      heightMarginMeters: z.number(),
      weightTonnes: z.number(),
      footways: z.boolean(),
      turning: z.object({ radiusMeters: z.number(), frontToAxleMeters: z.number() }).nullable(),
    }),
  ),
  barriers: z.record(z.string(), flags),
  parameters: z.object({ corner_angle_min: z.coerce.number() }),
});

const selectRouterFacts = defineQuery(
  new URL('./load-router-facts.sql', import.meta.url),
  z.object({ made_of: madeOf.nullable() }),
);

/** Of the routing data in use; null where nobody wrote down what they were made of. */
export async function readRouterFacts(
  database: Database,
  settlesAfterSeconds: number,
): Promise<RouterFacts | null> {
  const [row] = await selectRouterFacts(database, [settlesAfterSeconds]);
  if (!row?.made_of) return null;
  const { classes, barriers, parameters } = row.made_of;
  return { classes, barriers, cornerDegrees: parameters.corner_angle_min };
}

const waterRow = z.object({
  id: z.number(),
  kind: z.enum(['hydrant', 'tank', 'cistern', 'pond', 'lake', 'river']),
  name: z.string().nullable(),
  status: z.enum(['usable', 'unverified', 'too-deep']),
  flow_lps: z.number().nullable(),
  pressure_bar: z.number().nullable(),
  volume_m3: z.number().nullable(),
  lift_m: z.number().nullable(),
  main_id: z.string().nullable(),
  main_name: z.string().nullable(),
  owner: z.string().nullable(),
  duty_phone: z.string().nullable(),
  tested_on: z.string().nullable(),
  lon: z.number(),
  lat: z.number(),
});
export type WaterRow = z.infer<typeof waterRow>;

const selectWater = defineQuery(new URL('./load-water.sql', import.meta.url), waterRow);

export async function readWater(
  database: Database,
  { testValidDays, liftMaxMeters }: { testValidDays: number; liftMaxMeters: number },
): Promise<WaterRow[]> {
  return selectWater(database, [testValidDays, liftMaxMeters]);
}

/** Also water that cannot be used now: a city whose water is known. */
export async function hasAnyWater(database: Database): Promise<boolean> {
  const { rows } = await database.query<{ has: boolean }>(
    'select exists (select from water_points where retired_at is null) as has',
  );
  return rows[0]!.has;
}

export async function readStationPlaces(database: Database): Promise<StationPlace[]> {
  const { rows } = await database.query<{ id: number; lon: number; lat: number }>(
    `select id, st_x(geom) as lon, st_y(geom) as lat from stations where retired_at is null order by id`,
  );
  return rows.map(({ id, lon, lat }) => ({ id, position: [lon, lat] }));
}
