// Tables of one routing data that are asked for in the same moment are asked for as one: the classes that share routing
// data ask for much the same, and a request costs more than the ways that it adds.

import type { Position } from '../../geo/position.ts';
import type { Table, TableRequest } from './client.ts';
import type { Routers, Unavailable } from './routers.ts';

type Asked = TableRequest & {
  resolve: (table: Promise<Table | Unavailable>) => void;
};

/** Answers as `table` does, each asker its own part. */
export function mergeTables({ table }: Pick<Routers, 'table'>) {
  const waiting = new Map<string, Asked[]>();

  function send(vehicleClass: string): void {
    const asked = waiting.get(vehicleClass) ?? [];
    waiting.delete(vehicleClass);
    const sources = listPlaces(asked.flatMap((each) => each.sources));
    const destinations = listPlaces(asked.flatMap((each) => each.destinations));
    const whole = table(vehicleClass, {
      sources: [...sources.values()].map(({ position }) => position),
      destinations: [...destinations.values()].map(({ position }) => position),
    });
    for (const each of asked) {
      const rows = each.sources.map((position) => sources.get(keyOf(position))!.index);
      const columns = each.destinations.map((position) => destinations.get(keyOf(position))!.index);
      each.resolve(
        whole.then((found) => (found.kind === 'table' ? cut(found, rows, columns) : found)),
      );
    }
  }

  return (vehicleClass: string, request: TableRequest): Promise<Table | Unavailable> =>
    new Promise((resolve) => {
      const asked = waiting.get(vehicleClass);
      if (asked) return void asked.push({ ...request, resolve });
      waiting.set(vehicleClass, [{ ...request, resolve }]);
      queueMicrotask(() => send(vehicleClass));
    });
}

function keyOf([lon, lat]: Position): string {
  return `${lon} ${lat}`;
}

function listPlaces(positions: Position[]): Map<string, { index: number; position: Position }> {
  const places = new Map<string, { index: number; position: Position }>();
  for (const position of positions) {
    const key = keyOf(position);
    if (!places.has(key)) places.set(key, { index: places.size, position });
  }
  return places;
}

function cut(
  { durations, sourceSnapMeters, destinationSnapMeters }: Table,
  rows: number[],
  columns: number[],
): Table {
  return {
    kind: 'table',
    durations: rows.map((row) => columns.map((column) => durations[row]![column]!)),
    sourceSnapMeters: rows.map((row) => sourceSnapMeters[row]!),
    destinationSnapMeters: columns.map((column) => destinationSnapMeters[column]!),
  };
}
