// How long vehicles drive from each station, and from the places of vehicles of others, to every junction, with what
// turning costs there: reckoned between the answers. The router need only be asked for the stations that may be among
// the first; of the rest these say the time.

import { driveSeeds, startOutward } from '../../geo/graph/drive.ts';
import { secondsOf } from '../../geo/graph/drive-cost.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import type { Search } from '../../geo/graph/search.ts';
import { turnSecondsOf, type TurnSeconds } from '../../geo/graph/turn-seconds.ts';
import type { Position } from '../../geo/position.ts';
import type { CityGraph, ClassOnGraph } from './city-graph.ts';
import type { Growth } from './growth.ts';
import { findStarts } from './place-starts.ts';

type Tree = {
  start: EdgePoint;
  /** Steps of `stepSeconds` to each junction, or `notTold`. */
  steps: Uint16Array;
};

export type StationTrees = {
  turnSeconds: TurnSeconds;
  /** By `nameStation` or `namePlace`; null: too far from any road of the class. */
  trees: Map<string, Tree | null>;
};

const stepSeconds = 1 / 8;
/** Not reached, too far, or only along what should be avoided. */
const notTold = 65_535;

/** Of one class in one state of the roads; starts whose trees do not fit are asked for each time. */
const mostBytes = 12 * 2 ** 20;

export function nameStation(id: number): string {
  return `station ${id}`;
}

export function namePlace([lon, lat]: Position): string {
  return `place ${lon} ${lat}`;
}

/** The tree of one more of those wanted; null where all have theirs, or there is no room for more. */
export function nextStationTree(
  city: CityGraph,
  onGraph: ClassOnGraph,
  wanted: { stationIds: Iterable<number>; places: Iterable<Position> },
): Growth | null {
  const { graph, settings } = city;
  const { vehicle } = onGraph;
  const { access } = onGraph.reach.stated;
  const kept = (onGraph.stationTrees ??= {
    turnSeconds: turnSecondsOf(graph, access, settings.parameters.number('turn_delay')),
    trees: new Map(),
  });
  const { turnSeconds, trees } = kept;
  const asked = { stationIds: [...wanted.stationIds], places: [...wanted.places] };
  const names = [...asked.stationIds.map(nameStation), ...asked.places.map(namePlace)];
  // It is asked after every answer.
  if (names.length === trees.size && names.every((name) => trees.has(name))) return null;
  const isWanted = new Set(names);
  for (const name of trees.keys()) if (!isWanted.has(name)) trees.delete(name);
  const grown = [...trees.values()].filter((tree) => tree !== null).length;
  if (2 * graph.nodeCount * (grown + 1) > mostBytes) return null;
  const starts = findStarts(city, onGraph, asked);
  for (const [index, name] of names.entries()) {
    if (trees.has(name)) continue;
    const start = starts[index]!;
    if (start)
      return {
        begin: (search) => startOutward(graph, search, { vehicle, access }, { start, turnSeconds }),
        end: (search) => void trees.set(name, { start, steps: readSteps(search) }),
      };
    trees.set(name, null);
  }
  return null;
}

function readSteps({ cost, settled }: Search): Uint16Array {
  const steps = new Uint16Array(cost.length).fill(notTold);
  for (const node of settled)
    if (avoidsAll(cost[node]!))
      steps[node] = Math.min(notTold, Math.round(cost[node]! / stepSeconds));
  return steps;
}

/** What should be avoided costs more than any drive (`drive-cost.ts`). */
function avoidsAll(cost: number): boolean {
  return cost === secondsOf(cost);
}

/** Seconds to each of the stops, by `nameStation` or `namePlace`; who does not know all of them is left out. */
export function tellFromStarts(
  { graph }: CityGraph,
  { vehicle, reach, stationTrees }: ClassOnGraph,
  stops: EdgePoint[],
): Map<string, number[]> {
  const told = new Map<string, number[]>();
  if (!stationTrees || stops.length === 0) return told;
  const driver = { vehicle, access: reach.stated.access };
  const ends = stops.map((stop) =>
    driveSeeds(graph, driver, stop, 'to').filter(({ cost }) => avoidsAll(cost)),
  );
  for (const [name, tree] of stationTrees.trees) {
    // Straight along its own road leads no junction.
    if (!tree || stops.some(({ edge }) => edge === tree.start.edge)) continue;
    const seconds = ends.map((each) => soonestBy(tree, each));
    if (seconds.every(Number.isFinite)) told.set(name, seconds);
  }
  return told;
}

function soonestBy({ steps }: Tree, ends: { node: number; cost: number }[]): number {
  let soonest = Infinity;
  for (const { node, cost } of ends)
    if (steps[node] !== notTold) soonest = Math.min(soonest, steps[node]! * stepSeconds + cost);
  return soonest;
}
