// What each unit of the answer brings, and from when it is of use at the door. Pure.

import type { Parameters, VehicleClass } from '../planner/settings.ts';
import { leavesTimeOpen } from '../response/notes.ts';
import type { Note, ResponseResult, UnitResponse } from '../response/schema.ts';
import type { Offer, OfferRefusal } from './fill-set.ts';
import { type LadderStand, onJacks, refuseStand } from './ladder-stand.ts';
import type { Capability } from './requirements.ts';

export type OfferScene = {
  classes: VehicleClass[];
  /** Up to where a ladder must reach. */
  eavesMeters: number;
  parameters: Parameters;
};

type Brought = { capability: Capability; amount: number };

export function listBrought(vehicle: VehicleClass): Brought[] {
  const all: Brought[] = [
    { capability: 'pump', amount: vehicle.sustainedFlow ? 1 : 0 },
    // The 40 L of a motorbike are first attack.
    { capability: 'water_l', amount: vehicle.sustainedFlow ? vehicle.tankLiters : 0 },
    { capability: 'crew', amount: vehicle.crew ?? 0 },
    { capability: 'ladder', amount: vehicle.ladderMeters === null ? 0 : 1 },
    { capability: 'rescue_tools', amount: vehicle.rescueTools ? 1 : 0 },
  ];
  return all.filter(({ amount }) => amount > 0);
}

export function offersOf(
  { units, notRanked }: Pick<ResponseResult, 'units' | 'notRanked'>,
  scene: OfferScene,
): Offer[] {
  const classOf = (code: string) => scene.classes.find((each) => each.code === code);
  const coming = units.flatMap((unit) => {
    const vehicle = classOf(unit.vehicleClass);
    return vehicle ? offersOfUnit(unit, vehicle, scene) : [];
  });
  const staying = notRanked.flatMap(({ unitId, vehicleClass, why }) => {
    const vehicle = classOf(vehicleClass);
    if (!vehicle) return [];
    const refusal = refusalOf(why);
    return listBrought(vehicle).map((brought) => {
      const isTooShort = brought.capability === 'ladder' && refuseShort(vehicle, scene);
      return refuse(unitId, brought, isTooShort || refusal);
    });
  });
  return [...coming, ...staying];
}

/** Why one that is not ranked does not count. */
function refusalOf(why: Note): OfferRefusal {
  if (why.code === 'status') return { code: 'not-available', status: String(why.params['status']) };
  return { code: leavesTimeOpen(why) ? 'no-drive-time' : 'unreachable' };
}

function refuse(vehicleId: string, brought: Brought, why: OfferRefusal): Offer {
  return { vehicleId, ...brought, seconds: null, why };
}

function offersOfUnit(unit: UnitResponse, vehicle: VehicleClass, scene: OfferScene): Offer[] {
  return listBrought(vehicle).map((brought): Offer => {
    const timed = timeOf(brought.capability, { unit, vehicle, scene });
    if (typeof timed !== 'number')
      return {
        ...refuse(unit.unitId, brought, timed),
        ...(timed.code === 'ladder-too-short' && shortTruck(unit, vehicle, scene)),
      };
    return { vehicleId: unit.unitId, ...brought, seconds: timed, why: null };
  });
}

/** Seconds until it is of use, or why it never is. */
function timeOf(
  capability: Capability,
  { unit, vehicle, scene }: { unit: UnitResponse; vehicle: VehicleClass; scene: OfferScene },
): number | OfferRefusal {
  const { secondsToCrew } = unit;
  if (unit.status === 'unreachable' || secondsToCrew === null) return { code: 'unreachable' };
  if (capability === 'pump') {
    // Without the road graph nobody has planned its water; in a rescue it stands by.
    const countsToCrew = unit.rankedBy === 'crew' || unit.hose === null;
    return countsToCrew ? secondsToCrew : (unit.secondsToWater ?? { code: 'no-water-there' });
  }
  if (capability === 'ladder')
    return (
      refuseShort(vehicle, scene) ??
      refuseStand(vehicle, standOf(unit), scene.parameters) ??
      secondsToCrew + (vehicle.setUpSeconds ?? 0)
    );
  return secondsToCrew;
}

function standOf({ hose, stop }: UnitResponse): LadderStand {
  return {
    hoseMeters: hose?.meters ?? null,
    room: stop?.room ?? null,
    roadWidthMeters: stop?.road?.widthMeters ?? null,
  };
}

/** The extension ladder of a pumper goes with it anyway. */
function shortTruck(
  unit: UnitResponse,
  vehicle: VehicleClass,
  { parameters }: OfferScene,
): Pick<Offer, 'secondsAnyway'> {
  const { secondsToCrew } = unit;
  const isOfUse =
    onJacks(vehicle) &&
    secondsToCrew !== null &&
    refuseStand(vehicle, standOf(unit), parameters) === null;
  return isOfUse ? { secondsAnyway: secondsToCrew + (vehicle.setUpSeconds ?? 0) } : {};
}

function refuseShort(
  { ladderMeters }: VehicleClass,
  { eavesMeters: neededMeters }: OfferScene,
): OfferRefusal | null {
  const meters = ladderMeters ?? 0;
  return meters < neededMeters ? { code: 'ladder-too-short', meters, neededMeters } : null;
}
