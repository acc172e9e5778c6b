// What driving costs: seconds, with what traffic adds, and more where a road should be avoided.

import type { RoadGraph } from './build-graph.ts';
import type { Driver } from './drive.ts';
import type { Passage } from './passage.ts';
import { meetsStretch, overlapMeters } from './road-conditions.ts';
import { secondsPerMeter } from './speed.ts';
import { secondsHeld } from './traffic.ts';
import { barrierSeconds, isAsEver, isAvoidedNow, mayDrive } from './vehicle-access.ts';

/**
 * Costs are seconds, and above them so much for each metre along what should be avoided: any way
 * round is cheaper, and the seconds can be read off again. No drive takes eleven days.
 */
const costOfAvoidedMeter = 1e6;

export function secondsOf(cost: number): number {
  return cost % costOfAvoidedMeter;
}

/** The cost between two points of an edge, whether it is open or not. */
export function costBetween(graph: RoadGraph, driver: Driver, passage: Passage): number {
  const { edge, from, to } = passage;
  const seconds = Math.abs(to - from) * secondsPerMeter(graph, edge, driver.vehicle);
  if (isAsEver(driver.access, edge)) return seconds;
  return seconds + costOfAvoided(graph, driver, passage) + secondsHeld(graph, driver, passage);
}

function costOfAvoided(
  graph: RoadGraph,
  { vehicle, access }: Driver,
  { edge, from, to }: Passage,
): number {
  if (!isAvoidedNow(access, edge)) return 0;
  const { byClass, avoidedKmh } = graph.conditions;
  const stretch = byClass.get(vehicle.code)?.avoided.get(edge);
  if (!stretch || !meetsStretch(stretch, from, to)) return 0;
  // A point has no length.
  const meters = Math.max(1, overlapMeters(stretch, from, to));
  const slower = Math.max(0, 3.6 / avoidedKmh - secondsPerMeter(graph, edge, vehicle));
  return meters * slower + Math.ceil(meters) * costOfAvoidedMeter;
}

export function delayAt(graph: RoadGraph, { vehicle, openNodes }: Driver, node: number): number {
  return openNodes?.has(node) ? 0 : barrierSeconds(graph, node, vehicle);
}

/** The cost of driving along an arc, with the barrier it starts at; Infinity where it is closed. */
export function driveCost(graph: RoadGraph, driver: Driver, arc: number, from: number): number {
  if (!mayDrive(driver.access, arc)) return Infinity;
  const edge = arc >> 1;
  const delay = delayAt(graph, driver, from);
  // As `costBetween` says, but without an object for each arc of a search.
  if (isAsEver(driver.access, edge))
    return graph.edgeMeters[edge]! * secondsPerMeter(graph, edge, driver.vehicle) + delay;
  const length = graph.edgeMeters[edge]!;
  // Traffic is of one direction.
  const passage = arc & 1 ? { edge, from: length, to: 0 } : { edge, from: 0, to: length };
  return costBetween(graph, driver, passage) + delay;
}
