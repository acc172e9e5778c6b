// The tables from the road graph: from each station one search to everywhere, per class. Pure.

import { nodePosition, type RoadGraph } from '../../geo/graph/build-graph.ts';
import { driveOutward } from '../../geo/graph/drive.ts';
import type { CityGraph } from '../planner/city-graph.ts';
import { cellAt, layGrid, notReached, type CellGrid, type CellSeconds } from './cells.ts';

export type DriveTable = CellSeconds & { stationId: number; vehicleClass: string };

/** One after another, so that only one is held at a time. */
export function* fillTables(city: CityGraph): Generator<DriveTable> {
  const { graph, search, settings, classes } = city;
  const tables = [...classes.values()].reduce((sum, each) => sum + each.stationStarts.size, 0);
  if (graph.nodeCount === 0 || tables === 0) return;
  const grid = layGrid(boundsOf(graph), {
    cellMeters: settings.parameters.number('table_cell'),
    tables,
  });
  const cells = Int32Array.from(
    { length: graph.nodeCount },
    (_, node) => cellAt(grid, nodePosition(graph, node)) ?? -1,
  );
  for (const { vehicle, reach, stationStarts } of classes.values()) {
    const driver = { vehicle, access: reach.stated.access };
    for (const [stationId, start] of stationStarts) {
      driveOutward(graph, search, driver, start);
      const seconds = averageByCell(grid, cells, search);
      yield { stationId, vehicleClass: vehicle.code, grid, seconds };
    }
  }
}

/** The mean over the junctions of a cell: at one of them it may be less or more by the size of the cell. */
function averageByCell(
  grid: CellGrid,
  cells: Int32Array,
  { settled, cost }: { settled: readonly number[]; cost: Float64Array },
): Uint16Array {
  const sums = new Float64Array(grid.columns * grid.rows);
  const counts = new Uint32Array(sums.length);
  for (const node of settled) {
    sums[cells[node]!]! += cost[node]!;
    counts[cells[node]!]! += 1;
  }
  return Uint16Array.from(sums, (sum, cell) =>
    counts[cell] === 0 ? notReached : Math.min(notReached - 1, Math.round(sum / counts[cell]!)),
  );
}

function boundsOf({ nodePositions }: RoadGraph): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < nodePositions.length; i += 2) {
    west = Math.min(west, nodePositions[i]!);
    east = Math.max(east, nodePositions[i]!);
    south = Math.min(south, nodePositions[i + 1]!);
    north = Math.max(north, nodePositions[i + 1]!);
  }
  return [west, south, east, north];
}
