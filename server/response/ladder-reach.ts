import type { Parameters, VehicleClass } from '../planner/settings.ts';
import type { LadderReach } from './water-schema.ts';

type WithLadder = { callSign: string; vehicle: VehicleClass };
type Ladders = { ladders: WithLadder[]; unsureLadders: WithLadder[]; parameters: Parameters };

/** Whether the longest ladder that comes reaches the eaves; null where no building is known. */
export function describeLadder(
  building: { floors: number | null } | null,
  { ladders, unsureLadders, parameters }: Ladders,
): LadderReach | null {
  if (!building) return null;
  const floors = building.floors ?? parameters.number('assumed_floors');
  const eavesMeters = floors * parameters.number('storey_height');
  const longest = findLongest(ladders);
  const unsure = findLongest(unsureLadders);
  return {
    eavesMeters,
    floors,
    floorsProvenance: building.floors === null ? 'assumed' : 'recorded',
    longestMeters: longest?.meters ?? null,
    callSign: longest?.callSign ?? null,
    reaches: longest !== null && longest.meters >= eavesMeters,
    perhaps: unsure && unsure.meters > (longest?.meters ?? 0) ? unsure : null,
  };
}

type Ladder = { callSign: string; meters: number };

function findLongest(units: WithLadder[]): Ladder | null {
  return units.reduce<Ladder | null>(
    (best, { callSign, vehicle: { ladderMeters } }) =>
      ladderMeters !== null && ladderMeters > (best?.meters ?? 0)
        ? { callSign, meters: ladderMeters }
        : best,
    null,
  );
}
