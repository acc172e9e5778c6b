// What an answer is made from besides the roads: the place, the units, the values; each as it stands
// in the database, or as it was last known while that is away.

import type pg from 'pg';
import { dayOf } from '../../geo/graph/day-hours.ts';
import type { ResponseSettings } from '../planner/settings.ts';
import { findTarget } from './destination.ts';
import { readAccess, type Access, type Reaches } from './fallback/queries.ts';
import { createLastKnown, type Known, type Wait } from './last-known.ts';
import { readMobilised, type MobilisedRow } from '../run-cards/queries.ts';
import {
  readBuildingAt,
  readCity,
  readUnits,
  type BuildingRow,
  type City,
  type DestinationRow,
  type UnitRow,
} from './queries.ts';
import type { SettingsReader } from './read-settings.ts';
import type { ResponseRequest } from './schema.ts';

export type Standing = { units: UnitRow[]; mobilised: MobilisedRow[]; city: City };

/** So many places that were asked about can be asked about again without the database. */
const keptPlaces = 500;

/** `isUnread`: whether there is one nobody could say. */
export type BuildingAt = { row: BuildingRow | null; isUnread: boolean };

function createMemory() {
  return {
    targets: createLastKnown<DestinationRow>({ max: keptPlaces }),
    accesses: createLastKnown<Access>({ max: keptPlaces }),
    buildings: createLastKnown<BuildingAt>({ max: keptPlaces }),
    standing: createLastKnown<Standing>({ max: 1 }),
    settings: createLastKnown<ResponseSettings>({ max: 10 }),
  };
}

const memories = new WeakMap<pg.Pool, ReturnType<typeof createMemory>>();

function memoryOf(database: pg.Pool): ReturnType<typeof createMemory> {
  const memory = memories.get(database) ?? createMemory();
  memories.set(database, memory);
  return memory;
}

export async function knowTarget(
  database: pg.Pool,
  request: ResponseRequest,
  wait: Wait,
): Promise<Known<DestinationRow>> {
  const read = () => findTarget(database, request);
  if (request.placeId === undefined) return { value: await read(), ageMillis: null };
  return memoryOf(database).targets.read(request.placeId, read, wait);
}

/** What is known of the building in which a point of the map lies; nothing of a place, which names its own. */
export async function knowBuilding(
  database: pg.Pool,
  request: ResponseRequest,
  wait: Wait,
): Promise<Known<BuildingAt>> {
  const { placeId, lon, lat } = request;
  if (placeId !== undefined || lon === undefined || lat === undefined)
    return { value: { row: null, isUnread: false }, ageMillis: null };
  const read = async () => ({
    row: await readBuildingAt(database, { lon, lat }),
    isUnread: false,
  });
  try {
    return await memoryOf(database).buildings.read(`${lon},${lat}`, read, wait);
  } catch (error) {
    wait.log.warn({ err: error }, 'the building at the point is not known');
    return { value: { row: null, isUnread: true }, ageMillis: null };
  }
}

/** As valid on the city's day of that moment. */
export async function knowSettings(
  database: pg.Pool,
  readSettings: SettingsReader,
  { at }: ResponseRequest,
  wait: Wait,
): Promise<Known<ResponseSettings>> {
  const { settings } = memoryOf(database);
  const today = await settings.read('today', () => readSettings(), wait);
  if (at === undefined) return today;
  const day = dayOf(new Date(at), today.value.parameters.text('city_time_zone'));
  return settings.read(day, () => readSettings(day), wait);
}

export function knowStanding(database: pg.Pool, wait: Wait): Promise<Known<Standing>> {
  const read = async () => {
    const [units, mobilised, city] = await Promise.all([
      readUnits(database),
      readMobilised(database),
      readCity(database),
    ]);
    return { units, mobilised, city };
  };
  return memoryOf(database).standing.read('', read, wait);
}

/** As they were read for an answer before this one; none before the first. */
export function recallUnits(database: pg.Pool): UnitRow[] {
  return memoryOf(database).standing.recall('')?.units ?? [];
}

/** Where the door meets its road; the door itself when the database does not say. */
export async function knowAccess(
  database: pg.Pool,
  { lon, lat, road_id: named, provenance }: DestinationRow,
  reaches: Reaches,
  wait: Wait,
): Promise<Access> {
  // That it is the nearest no address says: what is nearest is looked for anew.
  const roadId = provenance === 'nearest-way' ? null : named;
  const door = { door: [lon, lat] as [number, number], roadId, ...reaches };
  try {
    const key = `${lon},${lat},${roadId}`;
    return (await memoryOf(database).accesses.read(key, () => readAccess(database, door), wait))
      .value;
  } catch (error) {
    wait.log.warn({ err: error }, 'the road of the door is not known');
    return { point: [lon, lat], road: null };
  }
}
