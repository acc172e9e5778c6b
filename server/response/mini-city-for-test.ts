// A small invented city, imported and routed for real, behind the real app.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { importCity } from '../../data-import/osm/import-city.ts';
import { writeMiniWorld, type MiniWorld } from '../../data-import/osm/mini-world.ts';
import { readCurrent } from '../../data-import/osrm/versions.ts';
import { registers } from '../../data-import/registers/all.ts';
import { importRegister } from '../../data-import/registers/import-register.ts';
import { Lifetime } from '../../start/lifetime.ts';
import { Routers as RouterSupervisor } from '../../start/routers.ts';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { createApp } from '../app.ts';
import { keepDriveTables, type DriveTables } from '../drive-table/drive-tables.ts';
import {
  osrmBinForTest,
  startOsrmForTest,
  type OsrmProcess,
} from '../osrm-client/osrm-for-test.ts';
import { createRouters, type Routers } from '../osrm-client/routers.ts';
import { createRenewal, type Renewal } from '../renewal.ts';
import { createPlaceSearch } from '../places/search.ts';
import { followConditions } from '../routing-conditions/follow-conditions.ts';
import { startRoadGraph, type RoadGraphClient } from '../road-graph/road-graph.ts';
import { createTileCache } from '../tiles/tile-cache.ts';
import type { TrafficInForce } from '../traffic/traffic-in-force.ts';
import { createSettingsReader } from './read-settings.ts';
import type { PlaceResults } from '../places/schema.ts';
import type { ResponseResult, UnitResponse } from './schema.ts';

export type MiniCity = {
  app: ReturnType<typeof createApp>;
  osrm: Record<string, OsrmProcess>;
  routers: Routers;
  roadGraph: RoadGraphClient;
  driveTables: DriveTables;
  traffic: TrafficInForce;
  renewal: Pick<Renewal, 'onCalendar' | 'onChange'>;
  database: TestDatabase;
  dataFolder: string;
  /** Finds the first place of a text and asks for its response. */
  respondTo: (text: string) => Promise<ResponseResult>;
  respond: (body: unknown) => Promise<{ status: number; body: ResponseResult }>;
  /** Loads the road graph anew, as a server does when the data changed. */
  reloadGraph: () => Promise<unknown>;
  close: () => Promise<void>;
};

type MiniCityOptions = {
  /** OSRM is kept as `npm start` keeps it. */
  isSupervised?: boolean;
  /** In place of the shipped values. */
  parameters?: Record<string, string>;
};

/** `tables` are register files by kind (`stations`, `units`, `water-points`), as CSV. */
export async function openMiniCity(
  world: MiniWorld | string,
  tables: Record<string, string>,
  { isSupervised = false, parameters = {} }: MiniCityOptions = {},
): Promise<MiniCity> {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'firepoint-city-'));
  const target = { databaseUrl: database.url, dataFolder: folder, log: () => undefined };
  const file = typeof world === 'string' ? world : layOut(world, join(folder, 'city.osm'));
  await importCity({ ...target, file, synthetic: true, osrmBin: osrmBinForTest() });
  for (const [kind, text] of Object.entries(tables)) {
    const path = join(folder, `${kind}.csv`);
    writeFileSync(path, text);
    const register = registers.find((each) => each.kind === kind)!;
    await importRegister({ ...target, register, file: path });
  }
  await replaceParameters(database, parameters);
  const osrm: Record<string, OsrmProcess> = {};
  const datasets = isSupervised ? {} : ((await readCurrent(folder))?.classes ?? {});
  for (const [code, path] of Object.entries(datasets))
    osrm[code] = await startOsrmForTest(join(folder, 'osrm', path));
  const served = await serveCity(database, osrm, isSupervised ? folder : undefined);
  const supervisor = new Lifetime();
  if (isSupervised) await superviseRouters(folder, supervisor, served);
  const { app } = served;
  const respond = async (body: unknown) => {
    const answer = await app.request('/api/response', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as ResponseResult };
  };
  return {
    app,
    osrm,
    routers: served.routers,
    roadGraph: served.roadGraph,
    driveTables: served.driveTables,
    traffic: served.traffic,
    renewal: served.renewal,
    database,
    dataFolder: folder,
    reloadGraph: () => served.roadGraph.reload(),
    respond,
    respondTo: async (text) => {
      const answer = await app.request(`/api/places?q=${encodeURIComponent(text)}`);
      const { results } = (await answer.json()) as PlaceResults;
      if (!results[0]) throw new Error(`nothing found for ${text}`);
      return (await respond({ placeId: results[0].id })).body;
    },
    close: async () => {
      await supervisor.stopAll();
      await Promise.all(Object.values(osrm).map((process) => process.stop()));
      await served.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function layOut(world: MiniWorld, file: string): string {
  writeMiniWorld(file, world);
  return file;
}

async function replaceParameters(
  { pool }: TestDatabase,
  parameters: Record<string, string>,
): Promise<void> {
  for (const row of Object.entries(parameters))
    await pool.query('update parameters set value = $2 where parameter = $1', row);
}

type Served = Awaited<ReturnType<typeof serveCity>>;

/** OSRM kept as `npm start` keeps it: with the closures and the traffic that the server writes into the data folder. */
async function superviseRouters(
  dataFolder: string,
  life: Lifetime,
  { routers, conditions }: Served,
): Promise<void> {
  const { promise: first, resolve } = Promise.withResolvers<void>();
  const supervised = new RouterSupervisor(
    { dataFolder, osrmBin: osrmBinForTest() },
    life,
    (set) => {
      void routers.setUrls(set.urls).then(() => resolve());
      conditions.setGeneration(set);
    },
  );
  supervised.start();
  await first;
}

/**
 * `isLoading`: as a server that was just started, whose road graph never stands. `writes`: the connections of all that
 * is no answer, where they are others.
 */
export async function serveCity(
  { url, pool }: TestDatabase,
  osrm: Record<string, OsrmProcess>,
  dataFolder?: string,
  { isLoading = false, writes = pool }: { isLoading?: boolean; writes?: TestDatabase['pool'] } = {},
) {
  const log = pino({ level: 'silent' });
  const routers = createRouters({
    urls: Object.fromEntries(Object.entries(osrm).map(([code, process]) => [code, process.url])),
  });
  const roadGraph = startRoadGraph(url, log);
  const driveTables = keepDriveTables({ database: writes, databaseUrl: url }, log);
  const placeSearch = createPlaceSearch(pool);
  const settings = createSettingsReader(pool);
  const conditions = followConditions({
    ...settings,
    database: pool,
    roadGraph,
    dataFolder,
    log,
  });
  const { closures, traffic } = conditions;
  await Promise.all([routers.probe(), isLoading || roadGraph.reload(), placeSearch.reload()]);
  await Promise.all([conditions.followCity(), closures.follow(), traffic.follow()]);
  const services = {
    answerDatabase: pool,
    database: writes,
    routers: conditions.obeying(routers),
    roadGraph,
    closures,
    traffic,
    driveTables,
    placeSearch,
    tileCache: createTileCache({ maxBytes: 1_000_000 }),
    ...settings,
    log,
    version: 'test',
    requestsPerMinute: 100_000,
    webFolder: tmpdir(),
  };
  const app = createApp(services);
  const renewal = createRenewal({ ...services, followCity: conditions.followCity });
  const close = async () => {
    conditions.close();
    await routers.close();
    await roadGraph.close();
    await driveTables.close();
  };
  return { app, routers, conditions, traffic, roadGraph, driveTables, renewal, close };
}

/** By its call sign. */
export function unit({ units }: ResponseResult, callSign: string): UnitResponse {
  return units.find((each) => each.callSign === callSign)!;
}
