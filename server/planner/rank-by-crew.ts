import type { VehicleClass } from './settings.ts';

/** Of a rescue: who is at the door first, whatever water it brings. */
export function rankByCrew(vehicle: VehicleClass): VehicleClass {
  return { ...vehicle, ranksBy: 'first-crew' };
}
