// The stops once more for a unit that comes to them against a one-way street, and the door itself
// where only that leads to it. Whether any of it wins, the drive times decide.

import type { EdgePoint } from '../../geo/graph/locate.ts';
import { findAssumedBefore } from './assumed-road.ts';
import type { CityGraph, ClassOnGraph } from './city-graph.ts';
import type { PlannedStop } from './door-plan.ts';
import { findContraflow, openBothWays, type Contraflow } from './find-contraflow.ts';
import { isDoorDrivable, stopAtDoor, type Stop } from './find-stops.ts';
import { isAssumedAlley, type RoadRef } from './road-ref.ts';
import { costWithoutDrive } from './stop-cost.ts';

/** The best few: further ones are not saved by the last metres. */
const mostTargets = 3;

/** `describe` makes a planned stop of one that only contraflow reaches. */
export function addContraflow(
  city: CityGraph,
  onGraph: ClassOnGraph,
  { door, stops }: { door: EdgePoint; stops: PlannedStop[] },
  describe: (stop: Stop) => PlannedStop,
): PlannedStop[] {
  const { vehicle, reach } = onGraph;
  const { reachable } = reach.stated;
  const access = openBothWays(city.graph, onGraph);
  const isNew =
    !stops.some(({ reason }) => reason.code === 'at-door') &&
    isDoorDrivable(city.graph, { door, vehicle, access, reachable });
  const targets = [...stops, ...(isNew ? [describe(stopAtDoor(city.graph, door))] : [])];
  const cost = (stop: PlannedStop) => costWithoutDrive(stop, vehicle, city.settings);
  const best = targets.toSorted((a, b) => cost(a) - cost(b)).slice(0, mostTargets);
  return [
    ...stops,
    ...best.flatMap((stop) =>
      findContraflow(city, onGraph, stop.at).map((contraflow) => ({
        ...stop,
        contraflow,
        assumedRoad: assumedOn(city, onGraph, { stop, contraflow }),
      })),
    ),
  ];
}

/** It comes by another way than the stop was first reached by, where it was reached at all. */
function assumedOn(
  city: CityGraph,
  onGraph: ClassOnGraph,
  { stop, contraflow }: { stop: PlannedStop; contraflow: Contraflow },
): RoadRef | null {
  return (
    [stop.road, ...contraflow.roads].find(isAssumedAlley) ??
    findAssumedBefore(city, onGraph, contraflow.entry)
  );
}
