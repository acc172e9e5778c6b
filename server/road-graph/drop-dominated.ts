// Fewer stops to ask the router about: a stop from which the vehicle may as well drive on to the
// best one, and still have water sooner there, can never win for any unit.

import { driveSeconds } from '../../geo/graph/drive.ts';
import type { EdgeAccess } from '../../geo/graph/vehicle-access.ts';
import type { VehicleClass } from '../response/parameters.ts';
import { clockLeg } from '../response/times.ts';
import type { CityGraph } from './city-graph.ts';
import type { PlannedStop } from './plan.ts';

/** Turns and rounding, by which the router's times may differ from the graph's. */
const marginSeconds = 10;
/** Any stop with water comes before any stop without. */
const withoutWaterSeconds = 1e6;

export function dropDominated(
  { graph, search, settings }: CityGraph,
  { vehicle, access }: { vehicle: VehicleClass; access: EdgeAccess },
  stops: PlannedStop[],
): PlannedStop[] {
  if (stops.length < 2) return stops;
  const costs = stops.map((stop) => {
    const clocks = clockLeg(
      {
        driveSeconds: 0,
        hoseMeters: stop.hoseMeters,
        effortMeters: stop.effortMeters,
        supplyMeters: stop.supply?.meters ?? null,
        supplyKind: stop.supply?.kind ?? null,
      },
      vehicle,
      settings.parameters,
    );
    if (!vehicle.sustainedFlow) return clocks.secondsToCrew;
    return clocks.secondsToWater ?? withoutWaterSeconds + clocks.secondsToCrew;
  });
  const least = Math.min(...costs);
  const best = stops[costs.indexOf(least)]!;
  const toBest = driveSeconds(
    graph,
    search,
    { vehicle, access },
    {
      starts: stops.map(({ at }) => at),
      to: best.at,
      limitSeconds: Math.max(...costs) - least,
    },
  );
  return stops.filter((stop, index) => {
    const seconds = toBest[index];
    if (stop === best || seconds === null || seconds === undefined) return true;
    return costs[index]! < least + seconds + marginSeconds;
  });
}
