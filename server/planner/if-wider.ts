// What if the alley that stops the vehicle is wider than assumed: where it would stop then, and how
// much sooner there would be water. The dispatcher can ask the caller.

import { driveSeconds, type Driver } from '../../geo/graph/drive.ts';
import type { VehicleClass } from './settings.ts';
import type { CityGraph } from './city-graph.ts';
import type { PlannedStop } from './door-plan.ts';
import {
  costWithoutDrive,
  findCheapest,
  givesWater,
  secondsIn,
  type WeighedStop,
} from './stop-cost.ts';

/** `possible` are the stops, and `access` the roads, if every assumed width were its class's high end. */
export function addIfWider(
  { graph, search, settings }: CityGraph,
  { vehicle, access }: Driver & { vehicle: VehicleClass },
  { stops, possible }: { stops: PlannedStop[]; possible: WeighedStop[] },
): PlannedStop[] {
  const further = findCheapest(possible, vehicle, settings);
  if (!further) return stops;
  // Less is no reason to ask anybody.
  const worthSeconds = settings.parameters.number('if_wider_saves_min');
  const asked = stops
    // What else stops it there, as a bollard, stops it at any width.
    .filter(
      ({ blockedBy, reason }) =>
        blockedBy?.provenance === 'assumed' && reason.code === 'too-narrow',
    )
    .map((stop) => {
      const cost = costWithoutDrive(stop, vehicle, settings);
      return { stop, cost, gain: secondsIn(cost) - secondsIn(further.cost) };
    })
    .filter(({ gain }) => gain >= worthSeconds);
  if (asked.length === 0) return stops;
  const mostSeconds = settings.parameters.number('if_wider_drive_max');
  const onward = driveSeconds(
    graph,
    search,
    { vehicle, access },
    {
      starts: asked.map(({ stop }) => stop.at),
      to: further.stop.at,
      limits: asked.map(({ gain }) => Math.min(mostSeconds, gain - worthSeconds)),
    },
  );
  const ifWider = new Map<PlannedStop, NonNullable<PlannedStop['ifWider']>>();
  for (const [index, { stop, cost, gain }] of asked.entries()) {
    const seconds = onward[index] ?? null;
    if (seconds === null) continue;
    // Water that there would not be at all comes sooner by no number of seconds.
    const savedSeconds = givesWater(further.cost) && !givesWater(cost) ? null : gain - seconds;
    ifWider.set(stop, { savedSeconds, hoseMeters: further.stop.hoseMeters });
  }
  return stops.map((stop) => {
    const found = ifWider.get(stop);
    return found ? { ...stop, ifWider: found } : stop;
  });
}
