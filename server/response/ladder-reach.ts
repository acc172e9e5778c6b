import type { Parameters, VehicleClass } from '../planner/settings.ts';
import type { LadderReach } from './water-schema.ts';

/** Whether the longest ladder that comes reaches the eaves; null where no building is known. */
export function describeLadder(
  building: { floors: number | null } | null,
  units: { callSign: string; vehicle: VehicleClass }[],
  parameters: Parameters,
): LadderReach | null {
  if (!building) return null;
  const floors = building.floors ?? parameters.number('assumed_floors');
  const eavesMeters = floors * parameters.number('storey_height');
  const longest = units.reduce<{ callSign: string; meters: number } | null>(
    (best, { callSign, vehicle: { ladderMeters } }) =>
      ladderMeters !== null && ladderMeters > (best?.meters ?? 0)
        ? { callSign, meters: ladderMeters }
        : best,
    null,
  );
  return {
    eavesMeters,
    floors,
    floorsProvenance: building.floors === null ? 'assumed' : 'recorded',
    longestMeters: longest?.meters ?? null,
    callSign: longest?.callSign ?? null,
    reaches: longest !== null && longest.meters >= eavesMeters,
  };
}
