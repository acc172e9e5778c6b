import { haveCodesTurned, readDataVersion, readValidDay } from './as-of.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../../sql/pool.ts';
import type { RoadLine } from '../../geo/graph/road.ts';
import type { TableChange } from '../data-changes/changes.ts';
import { buildCityGraph, type CityGraph, type CityRows } from '../planner/city-graph.ts';
import { renewCity } from '../planner/renew-city.ts';
import type { ResponseSettings } from '../planner/settings.ts';
import { readSettings, settingsTables } from '../response/read-settings.ts';
import {
  readBarriers,
  hasAnyWater,
  readChangedRoads,
  readKnownLimits,
  readObstacles,
  readRoads,
  readRouterFacts,
  readStationPlaces,
  readWater,
  type KnownLimits,
  type WaterRow,
} from './queries.ts';

/** What the graph is made of: it is loaded anew when one of these changes. */
export const graphTables = [
  ...settingsTables,
  'roads',
  'streets',
  'alleys',
  'assumed_widths',
  'barriers',
  'barrier_kinds',
  'corrections',
  'corrected_rows',
  'obstacle_kinds',
  'stations',
  'water_points',
  'water_mains',
];

export async function loadCityGraph(database: Database): Promise<CityGraph> {
  // The version first: a change that lands while we read makes us load once more, never too little.
  const version = await readDataVersion(database);
  // And the day, as midnight may pass meanwhile.
  const validOn = await readValidDay(database);
  const settings = await readSettings(database);
  const [lines, limits, waters, barriers, moving, stations] = await Promise.all([
    readRoads(database),
    readKnownLimits(database),
    readWaters(database, settings),
    readBarriers(database),
    readMoving(database, settings),
    readStationPlaces(database),
  ]);
  const roads = knowLimits(lines, limits);
  return buildCityGraph({
    version,
    validOn,
    settings,
    roads,
    barriers,
    stations,
    ...moving,
    ...waters,
  });
}

/** What changes as people report, as routing data are built and as time goes by. */
async function readMoving(database: Database, { parameters }: ResponseSettings) {
  const settlesAfter = parameters.number('router_settles_after');
  const [obstacles, changedRoads, routerFacts] = await Promise.all([
    readObstacles(database),
    readChangedRoads(database, settlesAfter),
    readRouterFacts(database, settlesAfter),
  ]);
  return { obstacles, changedRoads, routerFacts };
}

async function readWaters(
  database: Database,
  { parameters }: ResponseSettings,
): Promise<Pick<CityRows, 'waters' | 'hasWater'>> {
  const [rows, hasWater] = await Promise.all([
    readWater(database, {
      testValidDays: parameters.number('water_test_valid'),
      liftMaxMeters: parameters.number('draft_lift_max'),
    }),
    hasAnyWater(database),
  ]);
  return { waters: rows.map(toWater), hasWater };
}

function toWater(water: WaterRow): CityRows['waters'][number] {
  return {
    id: `water:${water.id}`,
    kind: water.kind,
    name: water.name,
    status: water.status,
    litersPerSecond: water.flow_lps,
    pressureBar: water.pressure_bar,
    volumeM3: water.volume_m3,
    liftMeters: water.lift_m,
    main:
      water.main_id === null
        ? null
        : {
            id: water.main_id,
            name: water.main_name,
            owner: water.owner,
            dutyPhone: water.duty_phone,
          },
    testedOn: water.tested_on,
    position: [water.lon, water.lat],
  };
}

/** Of these the rows that changed are read, or all of so few; a change of another table is a new city. */
const renewableTables = new Set([
  'roads',
  'streets',
  'alleys',
  'corrections',
  'corrected_rows',
  'router_builds',
  'stations',
  'water_points',
  'water_mains',
]);

/**
 * The city with what these changes touch, read anew. null where it has to be loaded as a whole: too many
 * rows changed, its junctions did, or a code list became another one by its dates.
 */
export async function renewCityGraph(
  database: Database,
  last: CityGraph,
  changes: TableChange[],
): Promise<CityGraph | null> {
  if (!changes.every(({ table }) => renewableTables.has(table))) return null;
  const [roads, streets, alleys] = ['roads', 'streets', 'alleys'].map((table) =>
    listIds(changes, table),
  );
  if (!roads || !streets || !alleys) return null;
  if (await haveCodesTurned(database, last.rows.validOn)) return null;
  const version = await readDataVersion(database);
  const isTouched = (...tables: string[]) => changes.some(({ table }) => tables.includes(table));
  const [some, limits, moving, stations, waters] = await Promise.all([
    readRoads(database, { roads, streets, alleys }),
    readKnownLimits(database),
    readMoving(database, last.settings),
    isTouched('stations') ? readStationPlaces(database) : last.rows.stations,
    isTouched('water_points', 'water_mains') ? readWaters(database, last.settings) : last.rows,
  ]);
  // Read by the calendar, they mostly are what they were; supply is not looked for anew then.
  const isSame = isDeepStrictEqual(waters.waters, last.rows.waters);
  return renewCity(last, {
    ...last.rows,
    ...moving,
    waters: isSame ? last.rows.waters : waters.waters,
    hasWater: waters.hasWater,
    version,
    stations,
    roads: knowLimits(mergeRoads(last.rows.roads, roads, some), limits),
  });
}

/** null where nobody counted them. */
function listIds(changes: TableChange[], table: string): number[] | null {
  const lists = changes.filter((change) => change.table === table).map(({ rowIds }) => rowIds);
  return lists.includes(null) ? null : lists.flatMap((ids) => ids ?? []);
}

/** In the order of their ids; of those asked for, the ones that came back are there. */
function mergeRoads(last: RoadLine[], asked: number[], found: RoadLine[]): RoadLine[] {
  const replaced = new Set([...asked, ...found.map(({ id }) => id)]);
  return [...last.filter(({ id }) => !replaced.has(id)), ...found].toSorted((a, b) => a.id - b.id);
}

/** A limit may be known otherwise by now, and be no other: of such a road no row changed. */
function knowLimits(lines: RoadLine[], limits: ReadonlyMap<number, KnownLimits>): RoadLine[] {
  return lines.map((line) => {
    const { heightProvenance: height, weightProvenance: weight } = limits.get(line.id) ?? {};
    if (line.heightProvenance === height && line.weightProvenance === weight) return line;
    const { heightProvenance: _height, weightProvenance: _weight, ...road } = line;
    return { ...road, ...limits.get(line.id) };
  });
}
