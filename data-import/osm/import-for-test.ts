// What tests of the import share: a folder, a database, and mini-worlds that go through the real import.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { createTestDatabase } from '../../sql/test-database.ts';
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

export async function openImportBench(): Promise<ImportBench> {
  const folder = mkdtempSync(join(tmpdir(), 'firepoint-import-'));
  const database = await createTestDatabase();
  const bench: ImportBench = {
    folder,
    url: database.url,
    pool: database.pool,
    said: [],
    importFile: (file, options) => {
      bench.said.length = 0;
      return importCity({
        databaseUrl: database.url,
        dataFolder: join(folder, 'data'),
        file,
        synthetic: false,
        log: (line) => bench.said.push(line),
        ...options,
      });
    },
    importWorld: async (world, options) => {
      const file = join(folder, 'world.osm');
      const ids = writeMiniWorld(file, world);
      await bench.importFile(file, options);
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
