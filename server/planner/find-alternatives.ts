// Other stops that are nearly as good as the best: another mouth of the alley, or a parallel street
// through a passage. What the dispatcher knows of them no map does. Pure.

import { metersBetween } from '../../geo/distance.ts';
import { rankSeconds, type Choice } from './choose-stop.ts';
import type { Parameters, VehicleClass } from './settings.ts';

/**
 * mouth: of the same alley as the best one; passage: through another way that it does not fit;
 * street: right on a street that leads to the door; legal: with the traffic, where the best is not.
 */
export type Alternative = { choice: Choice; by: 'mouth' | 'passage' | 'street' | 'legal' };

/** Nobody weighs more of them. */
const mostAlternatives = 3;

/** `ranked` are the choices of one unit, the best first. */
export function findAlternatives(
  ranked: Choice[],
  vehicle: VehicleClass,
  parameters: Parameters,
): Alternative[] {
  const [best, ...others] = ranked;
  if (!best) return [];
  const most = (1 + parameters.number('alternative_within')) * secondsOf(best, vehicle);
  const apart = parameters.number('alternative_apart');
  const legal = others.filter(({ stop }) => !stop.contraflow);
  // Whoever does not want to drive against the traffic is told what that costs, whatever it is.
  const instead = best.stop.contraflow ? (legal[0] ?? null) : null;
  const chosen = instead ? [best, instead] : [best];
  for (const other of legal) {
    if (chosen.length > mostAlternatives) break;
    if (secondsOf(other, vehicle) > most || givesLess(other, best)) continue;
    const isNew = chosen.every(({ stop }) => metersBetween(stop.point, other.stop.point) >= apart);
    if (isNew) chosen.push(other);
  }
  return chosen.slice(1).map((choice) => ({
    choice,
    by: choice === instead ? 'legal' : compareRoads(choice, best),
  }));
}

/** What a unit is ranked by; first crew where no water comes of it. */
function secondsOf(choice: Choice, vehicle: VehicleClass): number {
  const seconds = rankSeconds(choice, vehicle);
  return Number.isFinite(seconds) ? seconds : choice.clocks.secondsToCrew;
}

/** No water where the best gives some. */
function givesLess({ clocks }: Choice, best: Choice): boolean {
  return clocks.secondsToWater === null && best.clocks.secondsToWater !== null;
}

function compareRoads({ stop }: Choice, best: Choice): Alternative['by'] {
  if (!stop.blockedBy) return 'street';
  const { name } = stop.blockedBy;
  return name !== null && name === best.stop.blockedBy?.name ? 'mouth' : 'passage';
}
