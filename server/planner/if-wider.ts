// What if the alley that stops the vehicle is wider than assumed: where it would stop then, and how
// much sooner there would be water. The dispatcher can ask the caller.

import { driveSeconds, type Driver } from '../../geo/graph/drive.ts';
import type { VehicleClass } from './settings.ts';
import type { CityGraph } from './city-graph.ts';
import type { PlannedStop } from './door-plan.ts';
import { costWithoutDrive, findCheapest } from './stop-cost.ts';

/** Less than this is no reason to ask anybody. */
const worthSeconds = 15;

/** `possible` are the stops, and `access` the roads, if every assumed width were its class's high end. */
export function addIfWider(
  { graph, search, settings }: CityGraph,
  { vehicle, access }: Driver & { vehicle: VehicleClass },
  { stops, possible }: { stops: PlannedStop[]; possible: PlannedStop[] },
): PlannedStop[] {
  const further = findCheapest(possible, vehicle, settings);
  if (!further) return stops;
  const onward = driveSeconds(
    graph,
    search,
    { vehicle, access },
    { starts: stops.map(({ at }) => at), to: further.stop.at, limitSeconds: further.cost + 3_600 },
  );
  return stops.map((stop, index) => {
    const drive = onward[index];
    if (stop.blockedBy?.provenance !== 'assumed' || drive === null || drive === undefined)
      return stop;
    const savedSeconds = costWithoutDrive(stop, vehicle, settings) - further.cost - drive;
    if (savedSeconds < worthSeconds) return stop;
    return { ...stop, ifWider: { savedSeconds, hoseMeters: further.stop.hoseMeters } };
  });
}
