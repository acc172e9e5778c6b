// Which cells with houses a unit of a class reaches from a station within the target: by the prepared drive times, and
// where roads are closed to the class by the road graph, which knows of that.

import type { LRUCache } from 'lru-cache';
import type { ClosuresInForce } from '../closures/closures-in-force.ts';
import { cellMiddle, secondsAt, type CellGrid } from '../drive-table/cells.ts';
import type { DriveTables } from '../drive-table/drive-tables.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { listStations, type Crew, type HouseCell, type Reach } from './find-uncovered.ts';

export type ReachServices = {
  driveTables: Pick<DriveTables, 'seconds'>;
  roadGraph: Pick<RoadGraphClient, 'ask'>;
  closures: Pick<ClosuresInForce, 'affects' | 'shuts' | 'key'>;
};

type Asked = { cells: HouseCell[]; grid: CellGrid; targetSeconds: number };

/** By closures, class, station and target. */
export type KnownReach = LRUCache<string, Uint8Array>;

/** One search in the road graph takes hundredths of a second; others may be asked before it. */
const graphMillis = 1_000;
/** What is further away than so many times the target counts as just so far. */
const lookedFor = 2;

/**
 * For every class and station of the crews, with a pause for others after each: of a large city it is most of the work,
 * and who waits for an engine must not wait for that. What is found is added to `known`.
 */
export async function lookUpReach(
  services: ReachServices,
  asked: Asked & { crews: Crew[]; known: KnownReach },
  pause: () => Promise<unknown>,
): Promise<{ reach: Reach; ignoresClosures: boolean }> {
  const { closures } = services;
  const { crews, known, targetSeconds } = asked;
  const classes = [...new Set(crews.map(({ vehicleClass }) => vehicleClass))];
  let isGraphAway = false;
  let ignoresClosures = false;
  const lookUp = async (from: From): Promise<Uint8Array> => {
    const { vehicleClass, stationId } = from;
    const isHeldUp = closures.affects(vehicleClass);
    const name = [isHeldUp ? closures.key() : '', vehicleClass, stationId, targetSeconds].join('/');
    const before = known.get(name);
    if (before) return before;
    const byGraph = isHeldUp && !isGraphAway ? await askGraph(services, asked, from) : null;
    const reached = byGraph ?? readTables(services, asked, from);
    if (byGraph || !isHeldUp) known.set(name, reached);
    else {
      isGraphAway = true;
      ignoresClosures ||= closures.shuts(vehicleClass);
    }
    return reached;
  };
  const found = new Map<string, Uint8Array>();
  for (const stationId of listStations(crews))
    for (const vehicleClass of classes) {
      found.set(keyOf(vehicleClass, stationId), await lookUp({ vehicleClass, stationId }));
      await pause();
    }
  return {
    reach: (vehicleClass, stationId) => found.get(keyOf(vehicleClass, stationId))!,
    ignoresClosures,
  };
}

type From = { vehicleClass: string; stationId: number };

function keyOf(vehicleClass: string, stationId: number): string {
  return `${vehicleClass}/${stationId}`;
}

/** null where it did not answer, or other closures are in force by now. */
async function askGraph(
  { roadGraph, closures }: ReachServices,
  { cells, grid, targetSeconds }: Asked,
  from: From,
): Promise<Uint8Array | null> {
  const key = closures.key();
  const withinSeconds = lookedFor * targetSeconds;
  const answer = await roadGraph.ask('cells', { ...from, grid, withinSeconds }, graphMillis);
  if (answer.kind === 'away' || closures.key() !== key) return null;
  const seconds = answer.output;
  if (!seconds) return new Uint8Array(cells.length);
  return mark(cells, targetSeconds, (cell) => secondsAt({ grid, seconds }, cellMiddle(grid, cell)));
}

function readTables(
  { driveTables }: ReachServices,
  { cells, grid, targetSeconds }: Asked,
  { vehicleClass, stationId }: From,
): Uint8Array {
  return mark(cells, targetSeconds, (cell) =>
    driveTables.seconds(vehicleClass, stationId, cellMiddle(grid, cell)),
  );
}

/** `secondsTo` is null where nobody knows. */
function mark(
  cells: HouseCell[],
  targetSeconds: number,
  secondsTo: (cell: number) => number | null,
): Uint8Array {
  return Uint8Array.from(cells, ({ cell }) => {
    const seconds = secondsTo(cell);
    return seconds !== null && seconds <= targetSeconds ? 1 : 0;
  });
}
