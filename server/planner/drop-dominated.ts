// Fewer stops to ask the router about: a stop from which the vehicle may as well drive on to the
// best one, and still have water much sooner there, is no choice for any unit.

import { driveSeconds, type Driver } from '../../geo/graph/drive.ts';
import type { VehicleClass } from './settings.ts';
import type { CityGraph } from './city-graph.ts';
import { costWithoutDrive, findCheapest, type WeighedStop } from './stop-cost.ts';

/** Turns and rounding, by which the router's times may differ from the graph's. */
const marginSeconds = 10;
/** The way from one stop to a better one is short, or worth a question to the router. */
const searchedSeconds = 400;

export function dropDominated<S extends WeighedStop>(
  { graph, search, settings }: CityGraph,
  { vehicle, access }: Driver & { vehicle: VehicleClass },
  stops: S[],
): S[] {
  const best = findCheapest(stops, vehicle, settings);
  if (!best || stops.length === 1) return stops;
  // What comes near to the best is offered beside it.
  const near = settings.parameters.number('alternative_within') * best.cost;
  const slack = Math.max(marginSeconds, near);
  // Whoever drives on for no longer than this is no later.
  const limits = stops.map((stop) =>
    Math.min(searchedSeconds, costWithoutDrive(stop, vehicle, settings) - best.cost - slack),
  );
  const worse = stops.filter((stop, index) => stop !== best.stop && limits[index]! >= 0);
  const toBest = driveSeconds(
    graph,
    search,
    { vehicle, access },
    {
      starts: worse.map(({ at }) => at),
      to: best.stop.at,
      limits: limits.filter((_, index) => worse.includes(stops[index]!)),
    },
  );
  const dropped = new Set(worse.filter((_, index) => toBest[index] !== null));
  return stops.filter((stop) => !dropped.has(stop));
}
