// Sharp bends of alleys, and which vehicle gets round them.
//
// The front of a turning vehicle runs along a circle of its turning radius R, its inner side along
// one of r = √(R² − l²) − b, where l is the length from its front corner to the rear axle and b its
// breadth. Between the inner corner of a bend of θ and the outer walls, that ring fits where the
// clear width is at least R − r · cos(θ/2). A wider arm gives room to swing out: the mean of both
// arms counts. Plane geometry of a single sweep; a driver who shunts may get round more.

import { localScale } from '../distance.ts';
import type { Corner, RoadLine } from './road.ts';
import type { Vehicle } from './vehicle-access.ts';

/** Clear width that the vehicle needs in such a bend; null where it turns anywhere. */
export function widthToTurn(
  { turning, widthMeters }: Pick<Vehicle, 'turning' | 'widthMeters'>,
  degrees: number,
): number | null {
  if (!turning) return null;
  const { radiusMeters: radius, frontToAxleMeters: length } = turning;
  const inner = Math.max(0, Math.sqrt(Math.max(0, radius ** 2 - length ** 2)) - widthMeters);
  return radius - inner * Math.cos((degrees * Math.PI) / 360);
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
  const arms = gatherArms(lines, nodes);
  const corners = new Map<number, Corner>();
  for (const [node, [one, other, third]] of arms) {
    // Where three ways meet, which of them are turned into is not a matter of the place.
    if (!one || !other || third || !one.isAlley || !other.isAlley) continue;
    const degrees = Math.abs(((one.bearing - other.bearing + 540) % 360) - 180);
    const turn = 180 - degrees;
    if (turn < minDegrees) continue;
    const widthMeters = (one.widthMeters + other.widthMeters) / 2;
    corners.set(node, { degrees: Math.round(turn), widthMeters });
  }
  return corners;
}

type Arm = { bearing: number; widthMeters: number; isAlley: boolean };

function gatherArms(lines: AlleyLine[], nodes?: ReadonlySet<number>): Map<number, Arm[]> {
  const arms = new Map<number, Arm[]>();
  for (const { alleyLevel, possibleWidthMeters, nodeIds, coordinates, motor } of lines) {
    if (!motor) continue;
    for (let i = 0; i < nodeIds.length; i++) {
      if (nodes && !nodes.has(nodeIds[i]!)) continue;
      for (const next of [i - 1, i + 1]) {
        if (next < 0 || next >= nodeIds.length) continue;
        const arm = {
          bearing: bearingOf(coordinates, i, next),
          // As wide as it may be: a bend that is only assumed to be tight stops nobody.
          widthMeters: possibleWidthMeters,
          isAlley: alleyLevel > 0,
        };
        const known = arms.get(nodeIds[i]!);
        if (known) known.push(arm);
        else arms.set(nodeIds[i]!, [arm]);
      }
    }
  }
  return arms;
}

function bearingOf(coordinates: ArrayLike<number>, from: number, to: number): number {
  const scale = localScale(coordinates[2 * from + 1]!);
  const east = (coordinates[2 * to]! - coordinates[2 * from]!) * scale.x;
  const north = (coordinates[2 * to + 1]! - coordinates[2 * from + 1]!) * scale.y;
  return (Math.atan2(east, north) * 180) / Math.PI;
}
