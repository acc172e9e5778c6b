// How long vehicles drive from each station, and from the places of vehicles of others, to every junction, with what
// turning costs there: reckoned between the answers. The router need only be asked for the stations that may be among
// the first; of the rest these say the time.

import { driveOutward, driveSeeds } from '../../geo/graph/drive.ts';
import { secondsOf } from '../../geo/graph/drive-cost.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { turnSecondsOf, type TurnSeconds } from '../../geo/graph/turn-seconds.ts';
import type { Position } from '../../geo/position.ts';
import type { CityGraph, ClassOnGraph } from './city-graph.ts';
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

/** Grows one more tree of those wanted; false where all have theirs, or there is no room for more. */
export function growNextStation(
  city: CityGraph,
  onGraph: ClassOnGraph,
  wanted: { stationIds: Iterable<number>; places: Iterable<Position> },
): boolean {
  const { graph, settings } = city;
  onGraph.stationTrees ??= {
    turnSeconds: turnSecondsOf(
      graph,
      onGraph.reach.stated.access,
      settings.parameters.number('turn_delay'),
    ),
    trees: new Map(),
  };
  const { trees } = onGraph.stationTrees;
  if (2 * graph.nodeCount * (trees.size + 1) > mostBytes) return false;
  const starts = { stationIds: [...wanted.stationIds], places: [...wanted.places] };
  const names = [...starts.stationIds.map(nameStation), ...starts.places.map(namePlace)];
  const next = names.findIndex((name) => !trees.has(name));
  if (next < 0) return false;
  const start = findStarts(city, onGraph, starts)[next];
  trees.set(names[next]!, start ? grow(city, onGraph, start) : null);
  return true;
}

function grow(
  { graph, search }: CityGraph,
  { vehicle, reach, stationTrees }: ClassOnGraph,
  start: EdgePoint,
): Tree {
  const { turnSeconds } = stationTrees!;
  driveOutward(graph, search, { vehicle, access: reach.stated.access }, { start, turnSeconds });
  const steps = new Uint16Array(graph.nodeCount).fill(notTold);
  for (const node of search.settled) {
    const cost = search.cost[node]!;
    if (avoidsAll(cost)) steps[node] = Math.min(notTold, Math.round(cost / stepSeconds));
  }
  return { start, steps };
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
