import { z } from 'zod';
import type { Position } from '../../geo/position.ts';
import type { Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';
import type { Landmark, ResponseResult } from './schema.ts';

const outline = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(z.array(z.number())))),
});

const buildingRow = z.object({
  building_id: z.number().nullable(),
  floors: z.number().nullable(),
  use: z.string().nullable(),
  footprint_m2: z.number().nullable(),
  outline: outline.nullable(),
});
export type BuildingRow = z.infer<typeof buildingRow>;

const destinationRow = buildingRow.extend({
  label: z.string(),
  lon: z.number(),
  lat: z.number(),
  road_id: z.number().nullable(),
  provenance: z.enum(['surveyed', 'named-way', 'nearest-way', 'none']),
  alley_id: z.number().nullable(),
  street_id: z.number().nullable(),
  /** Of the other addresses of a building. */
  other_doors: z.array(z.object({ lon: z.number(), lat: z.number(), roadId: z.number() })),
});
export type DestinationRow = z.infer<typeof destinationRow>;

const findDestination = defineQuery(
  new URL('./find-destination.sql', import.meta.url),
  destinationRow,
  { keepsPlan: true },
);

/** The door of `address:12` and its like; null when there is no such place any more. */
export async function readDestination(
  database: Database,
  placeId: string,
): Promise<DestinationRow | null> {
  const [kind, id] = placeId.split(':');
  const [row] = await findDestination(database, [kind, Number(id)]);
  return row ?? null;
}

const findBuildingAt = defineQuery(
  new URL('./find-building-at.sql', import.meta.url),
  buildingRow,
  { keepsPlan: true },
);

/** The building in which a point lies; null for none. */
export async function readBuildingAt(
  database: Database,
  { lon, lat }: Pick<DestinationRow, 'lon' | 'lat'>,
): Promise<BuildingRow | null> {
  const [row] = await findBuildingAt(database, [lon, lat]);
  return row ?? null;
}

const findReadBack = defineQuery(
  new URL('./find-read-back.sql', import.meta.url),
  z.object({
    ward: z.string().nullable(),
    mouth_alley: z.string().nullable(),
    mouth_onto: z.string().nullable(),
    near_kind: z.string().nullable(),
    near_name: z.string().nullable(),
    near_meters: z.number().nullable(),
  }),
  { keepsPlan: true },
);

export type ReadBack = ResponseResult['destination']['readBack'];

type Spot = Pick<DestinationRow, 'lon' | 'lat' | 'alley_id' | 'street_id' | 'label'>;

/** Ward of today, the mouth to enter by when coming from `approach`, and a landmark (else a crossing) within `nearMeters`. */
export async function readReadBack(
  database: Database,
  { lon, lat, alley_id: alleyId, street_id: streetId, label }: Spot,
  { approach, nearMeters }: { approach: Position; nearMeters: number },
): Promise<ReadBack> {
  const [row] = await findReadBack(database, [
    lon,
    lat,
    alleyId,
    nearMeters,
    streetId,
    ...approach,
    label,
  ]);
  if (!row) return { label, ward: null, mouth: null, near: null };
  const { near_kind: kind, near_name: name, near_meters: meters } = row;
  return {
    label,
    ward: row.ward,
    mouth: row.mouth_alley === null ? null : { alley: row.mouth_alley, onto: row.mouth_onto },
    near:
      kind === null || name === null || meters === null
        ? null
        : { kind, name, meters: Math.round(meters) },
  };
}

const findStepLandmarks = defineQuery(
  new URL('./find-step-landmarks.sql', import.meta.url),
  z.object({ index: z.number(), kind: z.string(), name: z.string(), meters: z.number() }),
);

/** Per point the nearest landmark within so many metres, or null. */
export async function readLandmarksNear(
  database: Database,
  points: { lon: number; lat: number }[],
  nearMeters: number,
): Promise<(Landmark | null)[]> {
  const rows = await findStepLandmarks(database, [
    points.map(({ lon }) => lon),
    points.map(({ lat }) => lat),
    nearMeters,
  ]);
  const near: (Landmark | null)[] = points.map(() => null);
  for (const { index, kind, name, meters } of rows)
    near[index - 1] = { kind, name, meters: Math.round(meters) };
  return near;
}

const unitRow = z.object({
  unit_id: z.string(),
  call_sign: z.string(),
  vehicle_class: z.string(),
  status: z.string(),
  station_id: z.number(),
  station_name: z.string(),
  /** Retired: its place below is the last one it had. */
  station_is_gone: z.boolean(),
  lon: z.number(),
  lat: z.number(),
  /** Where it starts: its station's id, or one of its own where its position is elsewhere. */
  start_id: z.number(),
  position_lon: z.number().nullable(),
  position_lat: z.number().nullable(),
  position_age: z.number().nullable(),
  position_is_stale: z.boolean().nullable(),
  /** How far off it may be, where that is worth a word. */
  position_doubtful_m: z.number().nullable(),
});
export type UnitRow = z.infer<typeof unitRow> & {
  /** Its position is near no road of its class: it is taken to start at its station. */
  isOffRoad?: boolean;
};

/** Its station, or its last known position where that is somewhere else. */
export function startOf(unit: UnitRow): Position {
  const { start_id: id, position_lon: lon, position_lat: lat } = unit;
  return id < 0 && lon !== null && lat !== null ? [lon, lat] : [unit.lon, unit.lat];
}

/** Whether it is anywhere that is known. */
export function hasStart({ start_id: id, station_is_gone: isGone }: UnitRow): boolean {
  return id < 0 || !isGone;
}

/** Unless that is gone. */
export function startAtStation(unit: UnitRow): UnitRow {
  if (unit.station_is_gone) return unit;
  return { ...unit, start_id: unit.station_id, isOffRoad: true };
}

const listUnits = defineQuery(new URL('./list-units.sql', import.meta.url), unitRow, {
  keepsPlan: true,
});

export function readUnits(database: Database): Promise<UnitRow[]> {
  return listUnits(database, []);
}

export type City = { synthetic: boolean; hasStations: boolean; version: string };

const selectCity = defineQuery(
  new URL('./read-city.sql', import.meta.url),
  z.object({ synthetic: z.boolean(), has_stations: z.boolean(), version: z.string() }),
  { keepsPlan: true },
);

export async function readCity(database: Database): Promise<City> {
  const [row] = await selectCity(database, []);
  const { synthetic, has_stations: hasStations, version } = row!;
  return { synthetic, hasStations, version };
}
