import { clockStop } from './choose-stop.ts';
import type { ResponseSettings, VehicleClass } from './settings.ts';
import type { PlannedStop } from './door-plan.ts';

/** Any stop with water comes before any stop without; and any with ground for jacks before any without. */
const withoutWaterSeconds = 1e6;
const withoutGroundSeconds = 1e7;

/** What decides between stops of a class; the rest need only be known of those that are left. */
export type WeighedStop = Pick<
  PlannedStop,
  'at' | 'hoseMeters' | 'effortMeters' | 'footDelays' | 'supply' | 'lacksGround'
>;

/** The seconds a unit is ranked by, as if it stood at the stop already. */
export function costWithoutDrive(
  stop: WeighedStop,
  vehicle: VehicleClass,
  { parameters }: ResponseSettings,
): number {
  const clocks = clockStop(stop, 0, vehicle, parameters);
  const extra = stop.lacksGround ? withoutGroundSeconds : 0;
  if (vehicle.ranksBy !== 'first-water') return extra + clocks.secondsToCrew;
  return extra + (clocks.secondsToWater ?? withoutWaterSeconds + clocks.secondsToCrew);
}

/** The seconds in a cost, whatever the ground. */
export function secondsIn(cost: number): number {
  return cost % withoutGroundSeconds;
}

/** Whether a stop of that cost gives water. */
export function givesWater(cost: number): boolean {
  return secondsIn(cost) < withoutWaterSeconds;
}

/** The stop of least cost, and that cost; null for none. */
export function findCheapest<S extends WeighedStop>(
  stops: S[],
  vehicle: VehicleClass,
  settings: ResponseSettings,
): { stop: S; cost: number } | null {
  return (
    stops
      .map((stop) => ({ stop, cost: costWithoutDrive(stop, vehicle, settings) }))
      .toSorted((a, b) => a.cost - b.cost)[0] ?? null
  );
}
