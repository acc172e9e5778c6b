import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import pino, { type Logger } from 'pino';
import { readConfig, type Config } from './config.ts';
import { watchDataChanges } from './data-changes/watch.ts';
import { watchAnswers } from './drain.ts';
import { hearSupervisor } from './hear-supervisor.ts';
import { listen } from './listen.ts';
import { openDatabases } from './open-databases.ts';
import { keepDriveTables } from './drive-table/drive-tables.ts';
import { createRouters, type Routers } from './osrm-client/routers.ts';
import { createPlaceSearch } from './places/search.ts';
import { createSettingsReader } from './response/read-settings.ts';
import { createRenewal } from './renewal.ts';
import { startRoadGraph } from './road-graph/road-graph.ts';
import { followConditions } from './routing-conditions/follow-conditions.ts';
import { createTileCache } from './tiles/tile-cache.ts';
import { followTracks } from './traffic/follow-tracks.ts';
import { trafficChannel } from './traffic/queries.ts';

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

/** How we end where another try would end the same way; start/server-child.ts knows them. */
const exitCodes = { settingsAreWrong: 78, cannotListen: 69 };

/** How long answers that were begun may take at the end; whoever stops us waits longer. */
const answeringMilliseconds = 3_000;
/** As long as tiles are kept, on which the same shows. */
const calendarMilliseconds = 60 * 60 * 1_000;

function openRouters({ OSRM_URLS }: Config, log: Logger): Routers {
  return createRouters({
    urls: OSRM_URLS,
    onChange: (vehicleClass, router, why) =>
      log.warn({ vehicleClass, router, why }, 'router changed'),
  });
}

async function startServer(config: Config): Promise<void> {
  const log = pino({ level: config.LOG_LEVEL });
  const { answerDatabase, database } = openDatabases(config, log);
  const routers = openRouters(config, log);
  const roadGraph = startRoadGraph(config.DATABASE_URL, log);
  const settings = createSettingsReader(answerDatabase);
  const conditions = followConditions({
    ...settings,
    database: answerDatabase,
    roadGraph,
    dataFolder: config.FIREPOINT_DATA,
    log,
  });
  const { closures, traffic } = conditions;
  const driveTables = keepDriveTables({ database, databaseUrl: config.DATABASE_URL }, log);
  const tileCache = createTileCache({ maxBytes: config.TILE_CACHE_MEGABYTES * 1024 * 1024 });
  const placeSearch = createPlaceSearch(answerDatabase);

  const services = {
    answerDatabase,
    database,
    routers: conditions.obeying(routers),
    roadGraph,
    closures,
    traffic,
    driveTables,
    tileCache,
    placeSearch,
    ...settings,
    version,
    log,
    requestsPerMinute: config.REQUESTS_PER_MINUTE,
    webFolder: fileURLToPath(new URL('../dist/web', import.meta.url)),
  };

  const renewal = createRenewal({ ...services, followCity: conditions.followCity });
  setInterval(renewal.onCalendar, calendarMilliseconds).unref();
  const tracks = followTracks(services);
  const changes = watchDataChanges(config.DATABASE_URL, renewal.onChange, log, {
    [trafficChannel]: renewal.onTraffic,
  });

  const server = await listen({ ...services, changeVersion: changes.version }, config);
  tellWhetherItListens(server, log);
  hearSupervisor({ routers, conditions, onNewData: renewal.onNewRouters, log });

  const answers = watchAnswers(server);
  onEndSignal(async () => {
    // What is answered still needs every part; without one it would come out worse than it is.
    await answers.drain(answeringMilliseconds);
    for (const part of [conditions, tracks]) part.close();
    const closing = [changes, roadGraph, driveTables, routers].map((part) => part.close());
    await Promise.allSettled([...closing, answerDatabase.end(), database.end()]);
  });
}

function tellWhetherItListens(server: Server, log: Logger): void {
  server.on('error', (error) => {
    log.fatal({ err: error }, 'cannot listen');
    process.exit(server.listening ? 1 : exitCodes.cannotListen);
  });
  // By HTTP somebody else's server could answer for us.
  server.once('listening', () => process.send?.({ type: 'listening' }));
}

function onEndSignal(stop: () => Promise<void>): void {
  let ending: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    await stop();
    process.exit(0);
  };
  // One may come twice, from the system and from the supervisor.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => void (ending ??= end()));
}

function endWith(error: unknown, code: number): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(code);
}

function readSettings(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    return endWith(error, exitCodes.settingsAreWrong);
  }
}

try {
  await startServer(readSettings());
} catch (error) {
  endWith(error, 1);
}
