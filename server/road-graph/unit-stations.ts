// Which stations the trees are for. No part of the graph: a change of units loads no city anew.

import { z } from 'zod';
import type { Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';

const listUnitStations = defineQuery(
  new URL('./list-unit-stations.sql', import.meta.url),
  z.object({ vehicle_class: z.string(), station_ids: z.array(z.number()) }),
);

/** Row ids of stations by class of vehicle. */
export async function readUnitStations(database: Database): Promise<Map<string, Set<number>>> {
  const rows = await listUnitStations(database, []);
  return new Map(rows.map((row) => [row.vehicle_class, new Set(row.station_ids)]));
}
