// The tables from the road graph: from each station one search to everywhere, per class. Pure.

import { nodePosition, type RoadGraph } from '../../geo/graph/build-graph.ts';
import { driveOutward } from '../../geo/graph/drive.ts';
import type { CityGraph, ClassOnGraph } from '../planner/city-graph.ts';
import { cellAt, layGrid, notReached, type CellGrid, type CellSeconds } from './cells.ts';

export type DriveTable = CellSeconds & { stationId: number; vehicleClass: string };

/** One after another, so that only one is held at a time. */
export function* fillTables(city: CityGraph): Generator<DriveTable> {
  const { graph, settings, classes } = city;
  const tables = [...classes.values()].reduce((sum, each) => sum + each.stationStarts.size, 0);
  if (graph.nodeCount === 0 || tables === 0) return;
  const grid = layGrid(boundsOf(graph), {
    cellMeters: settings.parameters.number('table_cell'),
    tables,
  });
  for (const onGraph of classes.values()) {
    for (const stationId of onGraph.stationStarts.keys()) {
      const seconds = fillTable(city, onGraph, { stationId, grid })!;
      yield { stationId, vehicleClass: onGraph.vehicle.code, grid, seconds };
    }
  }
}

type Asked = {
  stationId: number;
  grid: CellGrid;
  /** `nodes`: 1 for each that counts though it is not reached. */
  within?: { seconds: number; nodes: Uint8Array };
};

/**
 * What is closed now adds to the seconds to each cell: of cells that are reached within so many seconds if it were open,
 * and at most up to those.
 */
export function fillAdded(
  { open, closed }: { open: CityGraph; closed: CityGraph },
  vehicleClass: string,
  { stationId, grid, withinSeconds }: { stationId: number; grid: CellGrid; withinSeconds: number },
): Uint16Array<ArrayBuffer> | null {
  const [before, now] = [open, closed].map(({ classes }) => classes.get(vehicleClass));
  if (!before || !now) throw new Error(`no vehicle class ${vehicleClass}`);
  // Also those that nobody can drive to now.
  const within = { seconds: withinSeconds, nodes: before.reach.stated.reachable };
  const least = fillTable(open, before, { stationId, grid, within });
  if (!least) return null;
  // Of most stations all that is closed is far away, and another search would find the same.
  const most = comesToClosed(open, closed.graph, vehicleClass)
    ? fillTable(closed, now, { stationId, grid, within })!
    : least;
  return least.map((seconds, cell) =>
    seconds === notReached ? notReached : Math.max(0, most[cell]! - seconds),
  );
}

/** Whether the last search reached a road that is closed now, or to be avoided. */
function comesToClosed(
  { search }: CityGraph,
  { conditions, edgeFrom, edgeTo }: RoadGraph,
  vehicleClass: string,
): boolean {
  const isReached = (node: number) => search.cost[node]! < Infinity;
  const { impassable = [], avoided = [] } = conditions.byClass.get(vehicleClass) ?? {};
  return [...impassable, ...avoided].some(
    ([edge]) => isReached(edgeFrom[edge]!) || isReached(edgeTo[edge]!),
  );
}

/**
 * Seconds to each cell, the mean over its junctions; null where the class has no way out of the station. Nothing
 * further away than `within.seconds` is looked for: those of `within.nodes` there count as just so far.
 */
export function fillTable(
  { graph, search }: CityGraph,
  { vehicle, reach, stationStarts }: ClassOnGraph,
  { stationId, grid, within }: Asked,
): Uint16Array<ArrayBuffer> | null {
  const start = stationStarts.get(stationId);
  if (!start) return null;
  const driver = { vehicle, access: reach.stated.access };
  driveOutward(graph, search, driver, { start, withinSeconds: within?.seconds ?? Infinity });
  const sums = new Float64Array(grid.columns * grid.rows);
  const counts = new Uint32Array(sums.length);
  const count = (cell: number, seconds: number) => {
    if (cell === offGrid) return;
    sums[cell]! += seconds;
    counts[cell]! += 1;
  };
  const cells = cellsOf(graph, grid);
  for (const node of search.settled) count(cells[node]!, search.cost[node]!);
  for (const [node, isCounted] of within?.nodes.entries() ?? [])
    if (isCounted === 1 && search.cost[node] === Infinity) count(cells[node]!, within!.seconds);
  // At one of its junctions it may be less or more by the size of the cell.
  return Uint16Array.from(sums, (sum, cell) =>
    counts[cell] === 0 ? notReached : Math.min(notReached - 1, Math.round(sum / counts[cell]!)),
  );
}

const offGrid = -1;

/** Of the grid that was asked for last: whoever fills one table fills many. */
const cellsByNodes = new WeakMap<RoadGraph['nodePositions'], { grid: string; cells: Int32Array }>();

/** The cell of each junction. */
function cellsOf(graph: RoadGraph, grid: CellGrid): Int32Array {
  const key = JSON.stringify(grid);
  const known = cellsByNodes.get(graph.nodePositions);
  if (known?.grid === key) return known.cells;
  const cells = Int32Array.from(
    { length: graph.nodeCount },
    (_, node) => cellAt(grid, nodePosition(graph, node)) ?? offGrid,
  );
  cellsByNodes.set(graph.nodePositions, { grid: key, cells });
  return cells;
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
