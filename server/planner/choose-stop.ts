// Which stop gives water soonest, per unit; and what if the width it relies on is wrong. Pure.

import type { PlannedStop } from './door-plan.ts';
import type { Parameters, VehicleClass } from './settings.ts';
import { clockLeg, type Clocks } from './times.ts';

export type Choice = { stop: PlannedStop; driveSeconds: number; clocks: Clocks };

/** The clocks of a unit that takes so long to drive to this stop. */
export function clockStop(
  stop: Pick<PlannedStop, 'hoseMeters' | 'effortMeters' | 'footDelays' | 'supply'>,
  driveSeconds: number,
  vehicle: VehicleClass,
  parameters: Parameters,
): Clocks {
  const { hoseMeters, effortMeters, footDelays, supply } = stop;
  const leg = { driveSeconds, hoseMeters, effortMeters, footDelays, supply };
  return clockLeg(leg, vehicle, parameters);
}

/** The seconds a unit is ranked by: first water, or first crew for a rescue and for who brings no water that lasts. */
export function rankSeconds({ clocks }: Pick<Choice, 'clocks'>, vehicle: VehicleClass): number {
  if (vehicle.ranksBy !== 'first-water') return clocks.secondsToCrew;
  return clocks.secondsToWater ?? Infinity;
}

/**
 * The stops that can be driven to, the one with the least seconds first; one with ground for the vehicle's
 * jacks beats one without, a stop that gives water one that does not, and among equals the nearer crew wins.
 * `driveSeconds` runs along `stops`, to where a router brings the unit (`routedTo`).
 */
export function rankStops(
  stops: PlannedStop[],
  driveSeconds: (number | null)[],
  vehicle: VehicleClass,
  parameters: Parameters,
): Choice[] {
  const choices = stops.flatMap((stop, index) => {
    const seconds = driveSeconds[index];
    if (seconds === null || seconds === undefined) return [];
    const whole = seconds + (stop.contraflow?.seconds ?? 0);
    const clocks = clockStop(stop, whole, vehicle, parameters);
    return [{ stop, driveSeconds: whole, clocks }];
  });
  return choices.toSorted((a, b) => compareChoices(a, b, vehicle));
}

/** The best of them; null when none can be driven to. */
export function chooseStop(
  stops: PlannedStop[],
  driveSeconds: (number | null)[],
  vehicle: VehicleClass,
  parameters: Parameters,
): Choice | null {
  return rankStops(stops, driveSeconds, vehicle, parameters)[0] ?? null;
}

export function compareChoices(
  a: Pick<Choice, 'stop' | 'clocks'>,
  b: Pick<Choice, 'stop' | 'clocks'>,
  vehicle: VehicleClass,
): number {
  const [lacksA, lacksB] = [a, b].map(({ stop }) => Number(stop.lacksGround ?? false));
  if (lacksA !== lacksB) return lacksA! - lacksB!;
  const [rankA, rankB] = [rankSeconds(a, vehicle), rankSeconds(b, vehicle)];
  if (rankA !== rankB) return rankA - rankB;
  return a.clocks.secondsToCrew - b.clocks.secondsToCrew;
}
