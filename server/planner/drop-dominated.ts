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
  const costs = stops.map((stop) => costWithoutDrive(stop, vehicle, settings));
  const toBest = driveSeconds(
    graph,
    search,
    { vehicle, access },
    {
      starts: stops.map(({ at }) => at),
      to: best.stop.at,
      limitSeconds: Math.min(searchedSeconds, Math.max(...costs) - best.cost),
    },
  );
  return stops.filter((stop, index) => {
    const seconds = toBest[index];
    if (stop === best.stop || seconds === null || seconds === undefined) return true;
    return costs[index]! < best.cost + seconds + slack;
  });
}
