import { localScale } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';

const corners = 72;

/** A closed ring around a point, in metres on the ground. */
export function circleAround([lon, lat]: Position, meters: number): Position[] {
  const scale = localScale(lat);
  return Array.from({ length: corners + 1 }, (_, corner): Position => {
    const angle = (2 * Math.PI * (corner % corners)) / corners;
    return [lon + (meters * Math.cos(angle)) / scale.x, lat + (meters * Math.sin(angle)) / scale.y];
  });
}
