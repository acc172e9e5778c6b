// Whether what OSRM says can be true of the places that it was asked about. What cannot is no answer. Pure.

import { lineMeters, localScale, metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';

/** 160 km/h: no fire engine is driven faster, and no feed may say so of the traffic. */
const topMetersPerSecond = 45;
/** OSRM rounds to tenths of a second, to six decimals of a degree, and each piece of a way. */
const roundingMeters = 10;
/** It measures on a sphere, we on the ellipsoid. */
const sphereShare = 0.01;

/** A place that was asked about; the road that counts for it is at most so far from it. */
export type SnappedEnd = { position: Position; snapMeters: number };

/** Whether a way is shorter in time than the straight line between the roads of its ends at top speed. */
export function hasTooFast(
  { sources, destinations }: { sources: SnappedEnd[]; destinations: SnappedEnd[] },
  durations: (number | null)[][],
): boolean {
  return sources.some(({ position: [lon, lat], snapMeters }, row) => {
    const scale = localScale(lat);
    const ofRow = durations[row]!;
    // Thousands of cells on the way to an answer: no call and no object for each.
    for (let column = 0; column < destinations.length; column++) {
      const seconds = ofRow[column];
      if (seconds === null || seconds === undefined) continue;
      const to = destinations[column]!;
      const x = (to.position[0] - lon) * scale.x;
      const y = (to.position[1] - lat) * scale.y;
      const reach = seconds * topMetersPerSecond + snapMeters + to.snapMeters + roundingMeters;
      if (x * x + y * y > reach * reach) return true;
    }
    return false;
  });
}

type Waypoint = { location: Position; distance: number };

/** Whether the line leads from road to road, is as long as it is said to be, and can be driven in that time. */
export function isPossibleWay(
  { from, to }: { from: Position; to: Position },
  { duration, distance }: { duration: number; distance: number },
  line: Position[],
  [start, end]: [Waypoint, Waypoint],
): boolean {
  return (
    isSnapped(from, start) &&
    isSnapped(to, end) &&
    metersBetween(line[0]!, start.location) <= roundingMeters &&
    metersBetween(line.at(-1)!, end.location) <= roundingMeters &&
    isSame(lineMeters(line), distance) &&
    duration * topMetersPerSecond + roundingMeters >= distance
  );
}

function isSnapped(asked: Position, { location, distance }: Waypoint): boolean {
  return isSame(metersBetween(asked, location), distance);
}

function isSame(ours: number, theirs: number): boolean {
  return Math.abs(ours - theirs) <= roundingMeters + sphereShare * theirs;
}
