import type { Position } from '../../geo/position.ts';
import type { WaterRow, WaterShown } from '../dispatch/water-rows.ts';

/** A source of water with the number by which the map and the list name it. */
export type NumberedWater = { number: number; row: WaterRow; position: Position };

/** Numbers run through the whole list, in its order: what can be relied on comes first. */
export function numberWater({ usable, usableFromDoor, unverified }: WaterShown): NumberedWater[] {
  return [...usable, ...usableFromDoor, ...unverified].map((row, index) => ({
    number: index + 1,
    row,
    position: [row.point.lon, row.point.lat],
  }));
}
