// Which cells with houses a unit of a class reaches from a station within the target: by the prepared drive times, and
// what the roads that are closed to the class add to them by the road graph, which knows of that.

import type { LRUCache } from 'lru-cache';
import type { Position } from '../../geo/position.ts';
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

/** By closures, class, station and target; under way, or kept. */
export type KnownReach = LRUCache<string, Promise<Uint8Array | null>>;

/** One search in the road graph takes hundredths of a second; others may be asked before it. */
const graphMillis = 1_000;
/** What is closed is looked for up to so many times the target. */
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
    const roads = isHeldUp ? `closed ${closures.key()}` : 'open';
    const name = [roads, vehicleClass, stationId, targetSeconds].join('/');
    const asking =
      known.get(name) ??
      (isHeldUp && isGraphAway ? null : read(services, asked, { from, isHeldUp }));
    if (asking) known.set(name, asking);
    const reached = await asking;
    if (reached) return reached;
    // Asked again by whoever comes next.
    if (asking) known.delete(name);
    isGraphAway = true;
    ignoresClosures ||= closures.shuts(vehicleClass);
    return readTables(services, asked, from);
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

/** null where the road graph did not answer. */
async function read(
  services: ReachServices,
  asked: Asked,
  { from, isHeldUp }: { from: From; isHeldUp: boolean },
): Promise<Uint8Array | null> {
  if (!isHeldUp) return readTables(services, asked, from);
  const { roadGraph, closures } = services;
  const { grid, targetSeconds } = asked;
  const key = closures.key();
  const withinSeconds = lookedFor * targetSeconds;
  const answer = await roadGraph.ask('cells', { ...from, grid, withinSeconds }, graphMillis);
  if (answer.kind === 'away' || closures.key() !== key) return null;
  const seconds = answer.output;
  if (!seconds) return new Uint8Array(asked.cells.length);
  return readTables(services, asked, from, (to) => secondsAt({ grid, seconds }, to) ?? 0);
}

/** `added`: seconds, to what the tables say. */
function readTables(
  { driveTables }: ReachServices,
  { cells, grid, targetSeconds }: Asked,
  { vehicleClass, stationId }: From,
  added: (to: Position) => number = () => 0,
): Uint8Array {
  return Uint8Array.from(cells, ({ cell }) => {
    const to = cellMiddle(grid, cell);
    const seconds = driveTables.seconds(vehicleClass, stationId, to);
    return seconds !== null && seconds + added(to) <= targetSeconds ? 1 : 0;
  });
}
