// Tables of one routing data that are asked for in the same moment are asked for as one: the classes that share routing
// data ask for much the same, and a request costs more than the ways that it adds.

import type { Table, TableEnd, TableRequest } from './client.ts';
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
    const sources = listEnds(asked.flatMap((each) => each.sources));
    const destinations = listEnds(asked.flatMap((each) => each.destinations));
    const whole = table(vehicleClass, {
      sources: [...sources.values()].map(({ end }) => end),
      destinations: [...destinations.values()].map(({ end }) => end),
    });
    for (const each of asked) {
      const rows = each.sources.map((end) => sources.get(keyOf(end))!.index);
      const columns = each.destinations.map((end) => destinations.get(keyOf(end))!.index);
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

function keyOf({ position: [lon, lat], snapMaxMeters = Infinity }: TableEnd): string {
  return `${lon} ${lat} ${snapMaxMeters}`;
}

function listEnds(ends: TableEnd[]): Map<string, { index: number; end: TableEnd }> {
  const listed = new Map<string, { index: number; end: TableEnd }>();
  for (const end of ends) {
    const key = keyOf(end);
    if (!listed.has(key)) listed.set(key, { index: listed.size, end });
  }
  return listed;
}

function cut(
  { durations, isPartlyClosed, isSourceOnMap, isDestinationOnMap }: Table,
  rows: number[],
  columns: number[],
): Table {
  const part = <T>(whole: T[][]) =>
    rows.map((row) => columns.map((column) => whole[row]![column]!));
  return {
    kind: 'table',
    durations: part(durations),
    isPartlyClosed: part(isPartlyClosed),
    isSourceOnMap: rows.map((row) => isSourceOnMap[row]!),
    isDestinationOnMap: columns.map((column) => isDestinationOnMap[column]!),
  };
}
