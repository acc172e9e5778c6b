import type { Database } from '../../sql/pool.ts';
import { readSettings, settingsTables } from '../response/read-settings.ts';
import { buildCityGraph, type CityGraph } from '../planner/city-graph.ts';
import {
  readBarriers,
  hasAnyWater,
  readChangedRoads,
  readObstacles,
  readDataVersion,
  readRoads,
  readStationPlaces,
  readWater,
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
  const settings = await readSettings(database);
  const waters = await readWater(database, {
    testValidDays: settings.parameters.number('water_test_valid'),
    liftMaxMeters: settings.parameters.number('draft_lift_max'),
  });
  const [roads, barriers, obstacles, changedRoads, stations, hasWater] = await Promise.all([
    readRoads(database),
    readBarriers(database),
    readObstacles(database),
    readChangedRoads(database, settings.parameters.number('router_settles_after')),
    readStationPlaces(database),
    hasAnyWater(database),
  ]);
  return buildCityGraph({
    version,
    settings,
    roads,
    barriers,
    obstacles,
    changedRoads,
    stations,
    hasWater,
    waters: waters.map((water) => ({
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
    })),
  });
}
