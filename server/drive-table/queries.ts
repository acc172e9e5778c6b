import { z } from 'zod';
import type { Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';
import type { DriveTable } from './fill-cells.ts';

const selectRoadsKey = defineQuery(
  new URL('./roads-key.sql', import.meta.url),
  z.object({ key: z.string() }),
);

/** Changes whenever the tables have to be made anew. */
export async function readRoadsKey(database: Database): Promise<string> {
  const [row] = await selectRoadsKey(database, []);
  return row!.key;
}

const selectTables = defineQuery(
  new URL('./read-tables.sql', import.meta.url),
  z.object({
    station_id: z.number(),
    vehicle_class: z.string(),
    roads_key: z.string(),
    west: z.number(),
    south: z.number(),
    cell_lon: z.number(),
    cell_lat: z.number(),
    columns: z.number(),
    rows: z.number(),
    seconds: z.instanceof(Buffer),
  }),
);

export async function readTables(database: Database): Promise<DriveTable[]> {
  const rows = await selectTables(database, []);
  return rows.map((row) => ({
    stationId: row.station_id,
    vehicleClass: row.vehicle_class,
    grid: {
      west: row.west,
      south: row.south,
      cellLon: row.cell_lon,
      cellLat: row.cell_lat,
      columns: row.columns,
      rows: row.rows,
    },
    seconds: Uint16Array.from({ length: row.columns * row.rows }, (_, cell) =>
      row.seconds.readUInt16LE(2 * cell),
    ),
  }));
}

/** The key that the stored tables were made of; null while there are none. */
export async function readTablesKey(database: Database): Promise<string | null> {
  const { rows } = await database.query<{ roads_key: string }>(
    'select roads_key from drive_tables limit 1',
  );
  return rows[0]?.roads_key ?? null;
}

export async function clearTables(database: Database): Promise<void> {
  await database.query('delete from drive_tables');
}

export async function writeTable(
  database: Database,
  roadsKey: string,
  { stationId, vehicleClass, grid, seconds }: DriveTable,
): Promise<void> {
  const bytes = Buffer.alloc(2 * seconds.length);
  for (const [cell, value] of seconds.entries()) bytes.writeUInt16LE(value, 2 * cell);
  await database.query(
    `insert into drive_tables (station_id, vehicle_class, roads_key, west, south, cell_lon, cell_lat,
       columns, rows, seconds)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      stationId,
      vehicleClass,
      roadsKey,
      grid.west,
      grid.south,
      grid.cellLon,
      grid.cellLat,
      grid.columns,
      grid.rows,
      bytes,
    ],
  );
}
