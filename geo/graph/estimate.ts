// What a way costs at least, for a search to look first where it is to come to.

import { localScale } from '../distance.ts';
import type { Position } from '../position.ts';
import type { RoadGraph } from './build-graph.ts';
import type { Driver } from './drive.ts';

/** Against rounding: what is estimated must not be more than what it is. */
const share = 0.99;

/** Seconds from the circle round some places to a node, as if a road went straight there and were the fastest. */
export function estimateFrom(
  { nodePositions, fastestKmh }: RoadGraph,
  { vehicle }: Driver,
  places: Position[],
): (node: number) => number {
  const [lon, lat] = middleOf(places);
  const scale = localScale(lat);
  // Not Math.hypot, which takes several times as long: this is asked of each node that a search comes to.
  const metersTo = (x: number, y: number) =>
    Math.sqrt(((x - lon) * scale.x) ** 2 + ((y - lat) * scale.y) ** 2);
  const radius = places.reduce((most, [x, y]) => Math.max(most, metersTo(x, y)), 0);
  const perMeter = (share * 3.6) / (fastestKmh * vehicle.speedFactor);
  return (node) => {
    const meters = metersTo(nodePositions[2 * node]!, nodePositions[2 * node + 1]!);
    return perMeter * Math.max(0, meters - radius);
  };
}

/** Of the box round them. */
function middleOf(places: Position[]): Position {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of places) {
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  return [(west + east) / 2, (south + north) / 2];
}
