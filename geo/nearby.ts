import Flatbush from 'flatbush';
import { localScale, metersBetween } from './distance.ts';
import type { Position } from './position.ts';

/** Those within so many metres of a point, in the order of the list. */
export type Nearby<T> = (center: Position, meters: number) => T[];

/** Puts a list into an index, so that a look around a point does not go through all of it. */
export function indexNearby<T extends { position: Position }>(list: T[]): Nearby<T> {
  if (list.length === 0) return () => [];
  const index = new Flatbush(list.length);
  for (const { position } of list) index.add(...position);
  index.finish();
  return ([lon, lat], meters) => {
    const scale = localScale(lat);
    const [dLon, dLat] = [meters / scale.x, meters / scale.y];
    return index
      .search(lon - dLon, lat - dLat, lon + dLon, lat + dLat)
      .toSorted((a, b) => a - b)
      .map((at) => list[at]!)
      .filter(({ position }) => metersBetween([lon, lat], position) <= meters);
  };
}
