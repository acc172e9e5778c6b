// What tests of the import share: a folder, a database, and mini-worlds that go through the real import.

import { createHash, randomUUID } from 'node:crypto';
import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { importCity, type CityImport, type CityImportResult } from './import-city.ts';
import { writeMiniWorld, type MiniWorld, type MiniWorldIds } from './mini-world.ts';

export type ImportBench = {
  folder: string;
  url: string;
  pool: pg.Pool;
  /** Lines that the last import said. */
  said: string[];
  importFile: (file: string, options?: Partial<CityImport>) => Promise<CityImportResult>;
  importWorld: (world: MiniWorld, options?: Partial<CityImport>) => Promise<MiniWorldIds>;
  /** Rows of a query, for short assertions. */
  rows: <Row extends pg.QueryResultRow>(query: string, values?: unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
};

/** The same in all tests of a run, which begins without this folder. */
function runOf(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'run');
  const own = `${file}-${process.pid}-${randomUUID()}`;
  writeFileSync(own, randomUUID());
  try {
    linkSync(own, file);
  } catch (error) {
    // Another test was first.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own);
  }
  return readFileSync(file, 'utf8');
}

/** A database with this city, and its data folder: imported once in a run, and copied from then on. */
async function createImported(file: string, dataFolder: string): Promise<TestDatabase> {
  const hash = createHash('sha256').update(basename(file)).update(readFileSync(file)).digest('hex');
  const folder = join(process.env['FIREPOINT_DATA'] ?? tmpdir(), 'imported');
  const imported = join(folder, hash);
  const database = await createTestDatabase({
    key: `${hash} ${runOf(folder)}`,
    fill: async (databaseUrl) => {
      rmSync(imported, { recursive: true, force: true });
      await importCity({
        databaseUrl,
        dataFolder: imported,
        file,
        synthetic: false,
        log: () => undefined,
      });
    },
  });
  cpSync(imported, dataFolder, { recursive: true });
  return database;
}

/**
 * @param first file name and content of a city that is there from the start, the same for many tests; none when
 *   left out.
 */
export async function openImportBench(first?: {
  file: string;
  world: MiniWorld;
}): Promise<ImportBench> {
  const folder = mkdtempSync(join(tmpdir(), 'firepoint-import-'));
  const dataFolder = join(folder, 'data');
  const file = first && join(folder, first.file);
  if (file) writeMiniWorld(file, first.world);
  const database = await (file ? createImported(file, dataFolder) : createTestDatabase());
  const bench: ImportBench = {
    folder,
    url: database.url,
    pool: database.pool,
    said: [],
    importFile: (path, options) => {
      bench.said.length = 0;
      return importCity({
        databaseUrl: database.url,
        dataFolder,
        file: path,
        synthetic: false,
        log: (line) => bench.said.push(line),
        ...options,
      });
    },
    importWorld: async (world, options) => {
      const path = join(folder, 'world.osm');
      const ids = writeMiniWorld(path, world);
      await bench.importFile(path, options);
      return ids;
    },
    rows: async (query, values) => (await database.pool.query(query, values)).rows,
    close: async () => {
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return bench;
}
