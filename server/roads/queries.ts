import { z } from 'zod';
import type { Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';
import { widthProvenance } from '../response/road-schema.ts';
import {
  type AssumedAlleys,
  type AssumedWidths,
  type NearRoad,
  nearRoad,
  type ObstacleKinds,
  said,
} from './schema.ts';

const findNearRoad = defineQuery(
  new URL('./find-near-road.sql', import.meta.url),
  z.object({
    osm_way_id: z.number(),
    name: z.string().nullable(),
    class: z.string(),
    alley_level: z.number(),
    motor: z.boolean(),
    width_m: z.number(),
    width_provenance: widthProvenance,
    max_height_m: z.number().nullable(),
    max_weight_t: z.number().nullable(),
    possible_width_m: z.number().nullable(),
    class_high_m: z.number().nullable(),
    doubtful_width_m: z.number().nullable(),
    doubtful_height_m: z.number().nullable(),
    same_obstacle_m: z.number().nullable(),
    said: z.partialRecord(z.enum(['width_m', 'max_height_m', 'max_weight_t']), said),
    barriers: nearRoad.shape.barriers,
    map_day: z.string().nullable(),
    synthetic: z.boolean(),
    meters: z.number(),
    lon: z.number(),
    lat: z.number(),
    geometry: z.object({
      type: z.literal('LineString'),
      coordinates: z.array(z.array(z.number())),
    }),
  }),
);

/** A finger on a screen is no nearer than this to the road it means. */
const reachMeters = 40;

export async function readNearRoad(
  database: Database,
  { lon, lat }: { lon: number; lat: number },
): Promise<NearRoad | null> {
  const [row] = await findNearRoad(database, [lon, lat, reachMeters]);
  if (!row) return null;
  return {
    target: `way:${row.osm_way_id}`,
    name: row.name,
    class: row.class,
    alleyLevel: row.alley_level,
    motor: row.motor,
    widthMeters: round(row.width_m),
    widthProvenance: row.width_provenance,
    possibleWidthMeters: roundKnown(row.possible_width_m),
    classMaxWidthMeters: roundKnown(row.class_high_m),
    doubtfulWidthMeters: roundKnown(row.doubtful_width_m),
    doubtfulHeightMeters: roundKnown(row.doubtful_height_m),
    sameObstacleMeters: row.same_obstacle_m,
    maxHeightMeters: roundKnown(row.max_height_m),
    maxWeightTonnes: roundKnown(row.max_weight_t),
    said: {
      width: row.said.width_m ?? null,
      height: row.said.max_height_m ?? null,
      weight: row.said.max_weight_t ?? null,
    },
    barriers: row.barriers,
    mapDay: row.map_day,
    synthetic: row.synthetic,
    meters: round(row.meters),
    lon: row.lon,
    lat: row.lat,
    geometry: row.geometry,
  };
}

/** Four-byte reals read back as 2.299999952. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function roundKnown(value: number | null): number | null {
  return value === null ? null : round(value);
}

const listObstacleKinds = defineQuery(
  new URL('./list-obstacle-kinds.sql', import.meta.url),
  z.object({
    kind: z.string(),
    place: z.enum(['point', 'way']),
    motor: z.boolean(),
    footways: z.boolean(),
    foot: z.boolean(),
    delay_s: z.number(),
    limits: z.enum(['', 'height', 'width']),
    has_hours: z.boolean(),
  }),
);

export async function readObstacleKinds(database: Database): Promise<ObstacleKinds> {
  const rows = await listObstacleKinds(database, []);
  return {
    kinds: rows.map((row) => ({
      kind: row.kind,
      place: row.place,
      limits: row.limits === '' ? null : row.limits,
      hasHours: row.has_hours,
      passesMotor: row.motor,
      passesMotorbikes: row.footways,
      passesFoot: row.foot,
      delaySeconds: row.delay_s,
    })),
  };
}

const countAssumedWidths = defineQuery(
  new URL('./count-assumed-widths.sql', import.meta.url),
  z.object({
    ward_id: z.number().nullable(),
    ward: z.string().nullable(),
    meters: z.number(),
    assumed_m: z.number(),
    assumed_alleys: z.number(),
    houses: z.number(),
    assumed_street_m: z.number(),
    assumed_streets: z.number(),
    assumed_limits: z.number(),
  }),
);

export async function readAssumedWidths(database: Database): Promise<AssumedWidths> {
  const rows = await countAssumedWidths(database, []);
  const { rows: cities } = await database.query<{ synthetic: boolean }>(
    'select synthetic from cities',
  );
  return {
    wards: rows.map((row) => ({
      wardId: row.ward_id,
      ward: row.ward,
      alleyMeters: Math.round(row.meters),
      assumedMeters: Math.round(row.assumed_m),
      assumedAlleys: row.assumed_alleys,
      houses: row.houses,
      assumedStreets: row.assumed_streets,
      assumedStreetMeters: Math.round(row.assumed_street_m),
      assumedLimits: row.assumed_limits,
    })),
    synthetic: cities[0]?.synthetic ?? false,
  };
}

const listAssumedAlleys = defineQuery(
  new URL('./list-assumed-alleys.sql', import.meta.url),
  z.object({
    name: z.string().nullable(),
    alley_level: z.number(),
    width_m: z.number(),
    meters: z.number(),
    way_id: z.number(),
    lon: z.number(),
    lat: z.number(),
    houses: z.number(),
  }),
);

const listAssumedLimits = defineQuery(
  new URL('./list-assumed-limits.sql', import.meta.url),
  z.object({
    way_id: z.number(),
    name: z.string().nullable(),
    field: z.enum(['max_height_m', 'max_weight_t', 'obstacle']),
    kind: z.string().nullable(),
    amount: z.number().nullable(),
    lon: z.number(),
    lat: z.number(),
  }),
);

export async function readAssumedAlleys(
  database: Database,
  wardId: number | null,
  most: number,
): Promise<AssumedAlleys> {
  const rows = await listAssumedAlleys(database, [wardId, most]);
  const limits = await listAssumedLimits(database, [wardId, most]);
  return {
    alleys: rows.map((row) => ({
      target: `way:${row.way_id}`,
      name: row.name,
      alleyLevel: row.alley_level,
      widthMeters: round(row.width_m),
      meters: Math.round(row.meters),
      houses: row.houses,
      lon: row.lon,
      lat: row.lat,
    })),
    limits: limits.map(({ way_id: way, ...limit }) => ({ target: `way:${way}`, ...limit })),
  };
}
