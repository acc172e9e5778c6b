// Routing data from the roads in the database and the OSM file they came from:
//
//   1. export road and barrier facts in one snapshot
//   2. per vehicle class: osrm-extract with truck.lua → osrm-partition → osrm-customize → try to load
//   3. put the version in force (current.json), drop old ones
//
// $FIREPOINT_DATA/osrm/<version>/<class>/city.osrm*. The files are never written again, so that
// later customising with closures can start from a copy of them.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { readCityVersion } from '../../sql/city-version.ts';
import { inTransaction } from '../../sql/pool.ts';
import { readRouterFactsKey } from '../../sql/router-facts.ts';
import {
  readTurnDelays,
  readVehicleClasses,
  writeBarrierFacts,
  writeRoadFacts,
  type TurnDelays,
  type VehicleClass,
} from './facts.ts';
import { cellSizesFor } from './cell-sizes.ts';
import { readCorners } from './corners.ts';
import { runTool, ToolFailure } from './run-tool.ts';
import { publishVersion, pruneVersions, startVersion, type CurrentOsrm } from './versions.ts';

export type OsrmBuild = {
  database: pg.Pool;
  /** .osm, .osm.gz, .osm.bz2 or .osm.pbf */
  osmFile: string;
  /** FIREPOINT_DATA */
  dataFolder: string;
  /** OSRM_BIN: the folder of osrm-extract and its siblings. */
  osrmBin: string | undefined;
  log: (line: string) => void;
};

// No network is too small to snap to: we ask about points of our own graph, and an answer on
// another, larger network would be a wrong one.
const smallComponentSize = '1';

const profile = fileURLToPath(new URL('truck.lua', import.meta.url));
const noEdges = 'There are no edges remaining';

/** Builds, checks and puts in force the datasets of all classes; undefined when there is no OSRM. */
export async function buildOsrmData(build: OsrmBuild): Promise<CurrentOsrm | undefined> {
  const { database, dataFolder, osrmBin, log } = build;
  if (!osrmBin) {
    log(
      'OSRM_BIN is not set, so no routing data were built: routers of OSRM_URLS need data of their own, without any the road graph routes.',
    );
    return undefined;
  }
  const { version, folder } = await startVersion(dataFolder);
  try {
    const { cityVersion, factsKey, classes, delays, facts } = await exportFacts(
      database,
      folder,
      log,
    );
    const current: CurrentOsrm = { version, cityVersion, factsKey, classes: {} };
    for (const vehicleClass of classes) {
      const isBuilt = await buildClass({ ...build, osrmBin }, { folder, vehicleClass, delays });
      if (isBuilt) current.classes[vehicleClass.code] = `${version}/${vehicleClass.code}/city.osrm`;
    }
    // Before anybody can use them: of data that are in use it must be known what they are made of.
    await database.query(
      'insert into router_builds (version, facts_at, made_of) values ($1, $2, $3)',
      [version, facts.at, facts.madeOf],
    );
    await publishVersion(dataFolder, current);
    await pruneVersions(dataFolder);
    return current;
  } finally {
    // Renamed away when all went well.
    await rm(folder, { recursive: true, force: true });
  }
}

type Exported = Pick<CurrentOsrm, 'cityVersion' | 'factsKey'> & {
  classes: VehicleClass[];
  delays: TurnDelays;
  /** As of when the roads are known, and what beside them went in, as JSON. */
  facts: { at: string; madeOf: string };
};

async function exportFacts(
  database: pg.Pool,
  folder: string,
  log: (line: string) => void,
): Promise<Exported> {
  return inTransaction(database, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    await client.query('set local statement_timeout = 0');
    const cityVersion = await readCityVersion(client);
    const factsKey = await readRouterFactsKey(client);
    const classes = await readVehicleClasses(client);
    const { rows } = await client.query<Exported['facts']>(
      `select now()::text as at, router_facts()::text as "madeOf"`,
    );
    const corners = await readCorners(client);
    const delays = await readTurnDelays(client);
    const roads = await writeRoadFacts(client, join(folder, 'roads.tsv'));
    for (const vehicleClass of classes) {
      await mkdir(join(folder, vehicleClass.code));
      const path = join(folder, vehicleClass.code, 'barriers.tsv');
      await writeBarrierFacts(client, { vehicleClass, corners }, path);
    }
    log(`Routing data: ${roads} roads for ${classes.map(({ code }) => code).join(', ')}`);
    return { cityVersion, factsKey, classes, delays, facts: rows[0]! };
  });
}

/** False when the city has no road for this class, which must not stop the others. */
async function buildClass(
  { osmFile, osrmBin, log }: OsrmBuild & { osrmBin: string },
  part: { folder: string; vehicleClass: VehicleClass; delays: TurnDelays },
): Promise<boolean> {
  const { code } = part.vehicleClass;
  const startedAt = performance.now();
  const classFolder = join(part.folder, code);
  const profilePath = join(classFolder, 'profile.lua');
  const base = join(classFolder, 'city.osrm');
  await writeFile(profilePath, writeProfile(part));
  let extracted: string[];
  try {
    const options = ['--small-component-size', smallComponentSize, '-p', profilePath, '-o', base];
    extracted = await runTool(join(osrmBin, 'osrm-extract'), [...options, osmFile]);
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    if (!error.output.some((line) => line.includes(noEdges))) throw describe(code, error);
    log(`Routing data: no road is passable for class ${code}; it is left out.`);
    return false;
  }
  try {
    const cellSizes = cellSizesFor(readNodeCount(extracted)).join(',');
    await runTool(join(osrmBin, 'osrm-partition'), ['--max-cell-sizes', cellSizes, base]);
    await runTool(join(osrmBin, 'osrm-customize'), [base]);
    // Loads everything, listens on a free port, and quits.
    const trial = ['--trial=1', '-a', 'mld', '-i', '127.0.0.1', '-p', '0', base];
    await runTool(join(osrmBin, 'osrm-routed'), trial);
  } catch (error) {
    throw describe(code, error);
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  log(`Routing data: class ${code} built in ${seconds} s`);
  return true;
}

/** Of the edge-based graph, whose nodes are the edges of the other, of which osrm-extract tells last. */
function readNodeCount(output: string[]): number {
  const told = /Node-based graph contains (\d+) edges/.exec(output.join('\n'))?.[1];
  if (told === undefined) throw new Error('osrm-extract did not tell how large its graph is');
  return Number(told);
}

function describe(code: string, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new Error(`Routing data for class ${code} could not be built: ${why}`, { cause });
}

/** The small script that hands one class's dimensions to truck.lua. */
function writeProfile({
  folder,
  vehicleClass,
  delays,
}: {
  folder: string;
  vehicleClass: VehicleClass;
  delays: TurnDelays;
}): string {
  return `-- Written by data-import/osrm/build.ts
firepoint = {
  roads = ${quote(join(folder, 'roads.tsv'))},
  barriers = ${quote(join(folder, vehicleClass.code, 'barriers.tsv'))},
  width_m = ${vehicleClass.neededWidthMeters},
  height_m = ${vehicleClass.neededHeightMeters},
  weight_t = ${vehicleClass.weightTonnes},
  speed_factor = ${vehicleClass.speedFactor},
  footways = ${vehicleClass.footways},
  turn_delay_s = ${delays.turnSeconds},
  u_turn_delay_s = ${delays.uTurnSeconds},
}
return dofile(${quote(profile)})
`;
}

/** A Lua string; JSON's escapes for quotes, backslashes and line ends are Lua's too. */
function quote(text: string): string {
  return JSON.stringify(text);
}
