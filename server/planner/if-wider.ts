// What if the alley that stops the vehicle is wider than assumed: where it would stop then, and how
// much sooner there would be water. The dispatcher can ask the caller.

import { driveSeconds, type Driver } from '../../geo/graph/drive.ts';
import type { VehicleClass } from './settings.ts';
import type { CityGraph } from './city-graph.ts';
import type { PlannedStop } from './door-plan.ts';
import { costWithoutDrive, findCheapest, type WeighedStop } from './stop-cost.ts';

/** Less than this is no reason to ask anybody. */
const worthSeconds = 15;

/** `possible` are the stops, and `access` the roads, if every assumed width were its class's high end. */
export function addIfWider(
  { graph, search, settings }: CityGraph,
  { vehicle, access }: Driver & { vehicle: VehicleClass },
  { stops, possible }: { stops: PlannedStop[]; possible: WeighedStop[] },
): PlannedStop[] {
  const further = findCheapest(possible, vehicle, settings);
  if (!further) return stops;
  const asked = stops
    .filter(({ blockedBy }) => blockedBy?.provenance === 'assumed')
    .map((stop) => ({ stop, gain: costWithoutDrive(stop, vehicle, settings) - further.cost }))
    .filter(({ gain }) => gain >= worthSeconds);
  if (asked.length === 0) return stops;
  const onward = driveSeconds(
    graph,
    search,
    { vehicle, access },
    {
      starts: asked.map(({ stop }) => stop.at),
      to: further.stop.at,
      limitSeconds: Math.min(
        settings.parameters.number('if_wider_drive_max'),
        Math.max(...asked.map(({ gain }) => gain)),
      ),
    },
  );
  const saved = new Map(
    asked.map(({ stop, gain }, index) => [stop, gain - (onward[index] ?? Infinity)]),
  );
  return stops.map((stop) => {
    const savedSeconds = saved.get(stop);
    if (savedSeconds === undefined || savedSeconds < worthSeconds) return stop;
    return { ...stop, ifWider: { savedSeconds, hoseMeters: further.stop.hoseMeters } };
  });
}
