// Keeps the tables in memory, and sees to it that they are made anew when the roads have changed.
// Older ones go on answering meanwhile: they are the last but one resort, and near enough.

import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Position } from '../../geo/position.ts';
import { createReloader } from '../reloader.ts';
import { secondsAt, type CellGrid, type CellSeconds } from './cells.ts';
import { readTables } from './queries.ts';

/** The tables of the database whose change may change a drive time; as in roads-key.sql. */
export const driveTableTables = [
  'roads',
  'barriers',
  'stations',
  'vehicle_classes',
  'barrier_kinds',
  'corrections',
  'obstacle_kinds',
  'parameters',
];

export type DriveTables = {
  /** Seconds to drive from a station to near a place; null where no table tells. */
  seconds: (vehicleClass: string, stationId: number, to: Position) => number | null;
  /** The cells that all tables share; null while there are none. */
  grid: () => CellGrid | null;
  /** Reads what is stored, and has it made anew when it is out of date: at the start, after a change. */
  refresh: () => void;
  /** Does the same at once; resolves when the tables are those of the roads in force. */
  make: () => Promise<void>;
  close: () => Promise<void>;
};

/** Changes come in bursts, and the table is in no hurry. */
const restMillis = 20_000;
const mostMillis = 10 * 60_000;

export function keepDriveTables(
  { database, databaseUrl }: { database: pg.Pool; databaseUrl: string },
  log: Logger,
): DriveTables {
  let tables = new Map<string, CellSeconds>();
  let worker: Worker | null = null;
  const closing = new AbortController();

  async function read(): Promise<void> {
    const rows = await readTables(database);
    tables = new Map(rows.map((table) => [keyOf(table.vehicleClass, table.stationId), table]));
  }

  async function make(): Promise<void> {
    worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
      workerData: { databaseUrl },
    });
    worker.unref();
    const started = performance.now();
    const deadline = setTimeout(() => void worker?.terminate(), mostMillis).unref();
    worker.on('message', (made: number) =>
      log.info({ made, millis: Math.round(performance.now() - started) }, 'drive tables checked'),
    );
    try {
      await once(worker, 'exit');
    } finally {
      clearTimeout(deadline);
      worker = null;
    }
    await read();
  }

  const onError = (error: unknown) => {
    if (!closing.signal.aborted) log.error({ err: error }, 'drive tables were not made');
  };
  const refresh = createReloader(
    async () => {
      if (closing.signal.aborted) return;
      await read();
      await sleep(restMillis, undefined, { ref: false, signal: closing.signal });
      await make();
    },
    { retryMillis: restMillis, onError },
  );

  return {
    seconds: (vehicleClass, stationId, to) => {
      const table = tables.get(keyOf(vehicleClass, stationId));
      return table ? secondsAt(table, to) : null;
    },
    grid: () => tables.values().next().value?.grid ?? null,
    refresh,
    make,
    close: async () => {
      closing.abort();
      await worker?.terminate();
    },
  };
}

function keyOf(vehicleClass: string, stationId: number): string {
  return `${vehicleClass}/${stationId}`;
}
