import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from './batches/progress.ts';
import { writeDemoCity } from './demo-city/demo-city.ts';
import { importCity } from './osm/import-city.ts';
import { importRegister } from './registers/import-register.ts';
import { contacts } from './registers/contacts.ts';
import { mobilisedVehicles } from './registers/mobilised-vehicles.ts';
import { stations } from './registers/stations.ts';
import { units } from './registers/units.ts';
import { waterMains } from './registers/water-mains.ts';
import { waterPoints } from './registers/water-points.ts';

export type DemoImport = {
  databaseUrl: string;
  dataFolder: string;
  houses?: number | undefined;
  seed?: number | undefined;
  allowReplace?: boolean;
  osrmBin?: string | undefined;
  log: Log;
};

/** Makes the demo city in `$FIREPOINT_DATA/demo-city` and imports its files as those of a real city. */
export async function importDemo(options: DemoImport): Promise<void> {
  const { databaseUrl, dataFolder, log, houses, seed } = options;
  const folder = join(dataFolder, 'demo-city');
  await rm(folder, { recursive: true, force: true });
  const { name, files } = writeDemoCity({
    folder,
    ...(houses !== undefined && { houses }),
    ...(seed !== undefined && { seed }),
  });
  await importCity({ ...options, file: files.osm, name, synthetic: true });
  for (const [register, file] of [
    [stations, files.stations],
    [units, files.units],
    [waterMains, files.waterMains],
    [waterPoints, files.waterPoints],
    [contacts, files.contacts],
    [mobilisedVehicles, files.mobilisedVehicles],
  ] as const)
    await importRegister({
      databaseUrl,
      dataFolder,
      file,
      register,
      synthetic: true,
      isComplete: true,
      log,
    });
}
