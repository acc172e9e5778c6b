import { clockStop } from './choose-stop.ts';
import type { ResponseSettings, VehicleClass } from './settings.ts';
import type { PlannedStop } from './door-plan.ts';

/** Any stop with water comes before any stop without. */
const withoutWaterSeconds = 1e6;

/** What decides between stops of a class; the rest need only be known of those that are left. */
export type WeighedStop = Pick<PlannedStop, 'at' | 'hoseMeters' | 'effortMeters' | 'supply'>;

/** The seconds a unit is ranked by, as if it stood at the stop already. */
export function costWithoutDrive(
  stop: WeighedStop,
  vehicle: VehicleClass,
  { parameters }: ResponseSettings,
): number {
  const clocks = clockStop(stop, 0, vehicle, parameters);
  if (vehicle.ranksBy !== 'first-water') return clocks.secondsToCrew;
  return clocks.secondsToWater ?? withoutWaterSeconds + clocks.secondsToCrew;
}

/** Whether a stop of that cost gives water. */
export function givesWater(cost: number): boolean {
  return cost < withoutWaterSeconds;
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
