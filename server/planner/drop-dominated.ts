// Fewer stops to ask the router about: a stop from which the vehicle may as well drive on to the
// best one, and still have water much sooner there, is no choice for any unit.

import type { Driver } from '../../geo/graph/drive.ts';
import { findWithin, type KnownWays } from '../../geo/graph/drive-within.ts';
import type { VehicleClass } from './settings.ts';
import type { CityGraph } from './city-graph.ts';
import { costWithoutDrive, findCheapest, secondsIn, type WeighedStop } from './stop-cost.ts';

/** Turns and rounding, by which the router's times may differ from the graph's. */
const marginSeconds = 10;
/** The way from one stop to a better one is short, or worth a question to the router. */
const searchedSeconds = 400;

export function dropDominated<S extends WeighedStop>(
  { graph, search, settings }: CityGraph,
  { vehicle, access }: Driver & { vehicle: VehicleClass },
  { stops, known }: { stops: S[]; known: KnownWays },
): S[] {
  const best = findCheapest(stops, vehicle, settings);
  if (!best || stops.length === 1) return stops;
  // What comes near to the best is offered beside it: near by the whole time, of which each unit's drive is not known yet.
  const { parameters } = settings;
  const wholeSeconds = parameters.number('travel_target') + secondsIn(best.cost);
  const near = parameters.number('alternative_within') * wholeSeconds;
  const slack = Math.max(marginSeconds, near);
  const worse = stops
    .filter((stop) => stop !== best.stop)
    .map((stop) => {
      // Whoever drives on for no longer than this is no later.
      const limit = costWithoutDrive(stop, vehicle, settings) - best.cost - slack;
      return { stop, limit: Math.min(searchedSeconds, limit) };
    })
    .filter(({ limit }) => limit >= 0);
  const isDropped = findWithin(
    graph,
    search,
    { vehicle, access },
    {
      starts: worse.map(({ stop, limit }) => ({ at: stop.at, limit })),
      to: best.stop.at,
      known,
    },
  );
  const dropped = new Set(worse.filter((_, index) => isDropped[index]).map(({ stop }) => stop));
  return stops.filter((stop) => !dropped.has(stop));
}
