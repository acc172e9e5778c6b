// Turning from one road into another at a junction: how wide the narrower of them has to be.
//
// The same ring as in a bend (corners.ts), with its centre at least R − a and R − b inside of the inner
// walls and no further than r from the inner corner: at 90° (R − a)² + (R − b)² ≤ r². Where the
// wider road goes on past the mouth and is wider than R, a vehicle can end its turn before the mouth, so that
// its front swings out where there is no wall yet; at R + l and more it drives in straight.

import { innerRadius, widthToTurn } from './corners.ts';
import type { Vehicle } from './vehicle-access.ts';

type TurnIn = {
  degrees: number;
  /** Clear width of the wider of both roads. */
  widerMeters: number;
  /** The wider one does not end there. */
  goesOn: boolean;
};

/**
 * Clear width that the narrower road needs; null where the vehicle turns anywhere. Where even the wider one
 * has less than a bend asks for, it is that.
 */
export function widthToTurnIn(
  vehicle: Pick<Vehicle, 'turning' | 'widthMeters'>,
  { degrees, widerMeters, goesOn }: TurnIn,
): number | null {
  const alike = widthToTurn(vehicle, degrees);
  if (!vehicle.turning || alike === null || widerMeters < alike) return alike;
  const { radiusMeters: radius, frontToAxleMeters: length } = vehicle.turning;
  const inner = innerRadius(vehicle.turning, vehicle.widthMeters);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.max(1e-9, Math.sin((degrees * Math.PI) / 180));
  /** How far the centre is inside of the wider road's inner wall. */
  const inside = radius - widerMeters;
  if (inside > inner * cos)
    return radius - inside * cos - sin * Math.sqrt(Math.max(0, inner ** 2 - inside ** 2));
  // Past a right angle the outer wall of the mouth begins before the inner one.
  const before = ((cos > 0 ? inner : radius) * cos - inside) / sin;
  const swing = goesOn ? Math.min(length, Math.max(0, before)) : 0;
  return Math.max(vehicle.widthMeters, Math.sqrt(radius ** 2 - swing ** 2) - inner);
}
