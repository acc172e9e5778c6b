// Sharp bends of alleys, and which vehicle gets round them.
//
// The front of a turning vehicle runs along a circle of its turning radius R, its inner side along
// one of r = √(R² − l²) − b, where l is the length from its front corner to the rear axle and b its
// breadth. Between the inner corner of a bend of θ and the outer walls, that ring fits where the
// clear width is at least R − r · cos(θ/2). A wider arm gives room to swing out: the mean of both
// arms counts. Plane geometry of a single sweep; a driver who shunts may get round more.

import { localScale } from '../distance.ts';
import { IdTable, none } from './id-table.ts';
import type { Corner, RoadLine } from './road.ts';
import type { Vehicle } from './vehicle-access.ts';

/** Clear width that the vehicle needs in such a bend; null where it turns anywhere. */
export function widthToTurn(
  { turning, widthMeters }: Pick<Vehicle, 'turning' | 'widthMeters'>,
  degrees: number,
): number | null {
  if (!turning) return null;
  const inner = innerRadius(turning, widthMeters);
  return turning.radiusMeters - inner * Math.cos((degrees * Math.PI) / 360);
}

/** Of the circle that the inner side of the vehicle runs along. */
export function innerRadius(
  { radiusMeters: radius, frontToAxleMeters: length }: NonNullable<Vehicle['turning']>,
  widthMeters: number,
): number {
  return Math.max(0, Math.sqrt(Math.max(0, radius ** 2 - length ** 2)) - widthMeters);
}

type AlleyLine = Pick<
  RoadLine,
  'alleyLevel' | 'possibleWidthMeters' | 'nodeIds' | 'coordinates' | 'motor'
>;

/**
 * Sharp bends by the node they are at: where alleys bend, or one alley goes on as another; only at
 * `nodes` where these are given.
 */
export function findCorners(
  lines: AlleyLine[],
  minDegrees: number,
  nodes?: ReadonlySet<number>,
): Map<number, Corner> {
  const armsOf = countArms(lines, nodes);
  const corners = new Map<number, Corner>();
  const ends = new Map<number, Arm>();
  const bend = (node: number, one: Arm, other: Arm): void => {
    const corner = cornerOf(one, other);
    if (corner.degrees < minDegrees) return;
    corners.set(node, { ...corner, degrees: Math.round(corner.degrees) });
  };
  for (const line of lines) {
    if (!line.motor || line.alleyLevel === 0) continue;
    for (let i = 0; i < line.nodeIds.length; i++) {
      const node = line.nodeIds[i]!;
      // Where three ways meet, which of them are turned into is not a matter of the place.
      if (armsOf(node) !== 2) continue;
      const arms = armsAt(line, i);
      const [one, other = ends.get(node)] = arms;
      if (other) bend(node, one!, other);
      else ends.set(node, one!);
    }
  }
  return corners;
}

/** From one point of a line to the one before or behind it. */
type Arm = {
  coordinates: ArrayLike<number>;
  from: number;
  next: number;
  widthMeters: number;
};

/** How many stretches of road meet at a node; of `nodes` only, where these are given, and 0 at others. */
function countArms(lines: AlleyLine[], nodes?: ReadonlySet<number>): (node: number) => number {
  const most = nodes?.size ?? lines.reduce((sum, { nodeIds }) => sum + nodeIds.length, 0);
  const table = new IdTable(most);
  const counts = new Uint32Array(most);
  for (const { nodeIds, motor } of lines) {
    if (!motor) continue;
    const last = nodeIds.length - 1;
    for (let i = 0; i <= last; i++) {
      const node = nodeIds[i]!;
      if (nodes && !nodes.has(node)) continue;
      counts[table.add(node)]! += (i > 0 ? 1 : 0) + (i < last ? 1 : 0);
    }
  }
  return (node) => {
    const number = table.find(node);
    return number === none ? 0 : counts[number]!;
  };
}

function armsAt({ nodeIds, coordinates, possibleWidthMeters }: AlleyLine, from: number): Arm[] {
  return (
    [from - 1, from + 1]
      .filter((next) => next >= 0 && next < nodeIds.length)
      // As wide as it may be: a bend that is only assumed to be tight stops nobody.
      .map((next) => ({ coordinates, from, next, widthMeters: possibleWidthMeters }))
  );
}

function cornerOf(one: Arm, other: Arm): Corner {
  const apart = Math.abs(((bearingOf(one) - bearingOf(other) + 540) % 360) - 180);
  return { degrees: 180 - apart, widthMeters: (one.widthMeters + other.widthMeters) / 2 };
}

function bearingOf({ coordinates, from, next: to }: Arm): number {
  const scale = localScale(coordinates[2 * from + 1]!);
  const east = (coordinates[2 * to]! - coordinates[2 * from]!) * scale.x;
  const north = (coordinates[2 * to + 1]! - coordinates[2 * from + 1]!) * scale.y;
  return (Math.atan2(east, north) * 180) / Math.PI;
}
