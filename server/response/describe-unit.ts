// One unit's answer from its choice of stop. Pure.

import { toLineString } from '../../geo/position.ts';
import type { ClassPlan } from '../planner/door-plan.ts';
import { chooseStop, rankSeconds, type Choice } from '../planner/choose-stop.ts';
import { twoAtLeast, type Drive } from './draw-drives.ts';
import type { Station } from './drive-times.ts';
import { noteIfNarrower, noteIfWider, noteOf, noteSnap, noteSupply, wordReason } from './notes.ts';
import type { Parameters, VehicleClass } from '../planner/settings.ts';
import type { UnitRow } from './queries.ts';
import type { Note, UnitResponse } from './schema.ts';
import type { RelayPlan, WaterInReach } from './water-schema.ts';
import { countHoseLengths } from '../planner/times.ts';

export type UnitChoice = {
  unit: UnitRow;
  vehicle: VehicleClass;
  /** null: its station is too far from any road of the class. */
  station: Station | null;
  router: Drive['router'];
  choice: Choice | null;
  /** The choice if every assumed alley width were too little. */
  certain: Choice | null;
  /** Why there is no choice. */
  why: Note | null;
};

/** `seconds` run along the plan's stops, then its certain stops. */
export function chooseForUnit(
  {
    unit,
    vehicle,
    station,
    plan,
    router,
    seconds,
  }: Omit<UnitChoice, 'choice' | 'certain' | 'why'> & {
    plan: ClassPlan;
    seconds: (number | null)[];
  },
  parameters: Parameters,
): UnitChoice {
  const choice = chooseStop(plan.stops, seconds, vehicle, parameters);
  const certainSeconds = seconds.slice(plan.stops.length);
  const certain = chooseStop(plan.certainStops, certainSeconds, vehicle, parameters);
  const why = choice ? null : noteOf(codeOfFailure(station, plan));
  return { unit, vehicle, station, router, choice, certain, why };
}

function codeOfFailure(station: Station | null, plan: ClassPlan): string {
  // Where nobody can stop, the station is not to blame.
  if (plan.stops.length === 0) return 'no-stop-for-class';
  return station ? 'no-way-from-station' : 'station-off-road';
}

/** First water first; then those without water by first crew; first attack after them; unreachable last. */
export function compareUnits(a: UnitChoice, b: UnitChoice): number {
  const group = ({ choice, vehicle }: UnitChoice) => {
    if (!choice) return 3;
    if (!vehicle.sustainedFlow) return 2;
    return choice.clocks.secondsToWater === null ? 1 : 0;
  };
  if (group(a) !== group(b)) return group(a) - group(b);
  if (!a.choice || !b.choice) return a.unit.call_sign.localeCompare(b.unit.call_sign, 'vi');
  const key = ({ choice, vehicle }: UnitChoice) => {
    const seconds = rankSeconds(choice!, vehicle);
    return Number.isFinite(seconds) ? seconds : choice!.clocks.secondsToCrew;
  };
  return key(a) - key(b) || a.unit.call_sign.localeCompare(b.unit.call_sign, 'vi');
}

export type UnitDetails = {
  drive: Drive | null;
  water: WaterInReach | null;
  /** From the engine to the door. */
  attackLine: RelayPlan | null;
  floors: number | null;
  /** Call sign of a unit that arrives with hose to spare, for one that is short of it. */
  spareHoseFrom: string | null;
};

export function describeUnit(
  { unit, vehicle, router, choice, certain, why }: UnitChoice,
  details: UnitDetails,
  parameters: Parameters,
): UnitResponse {
  const base = {
    unitId: unit.unit_id,
    callSign: unit.call_sign,
    station: {
      id: `station:${unit.station_id}`,
      name: unit.station_name,
      lon: unit.lon,
      lat: unit.lat,
    },
    vehicleClass: unit.vehicle_class,
    role: vehicle.sustainedFlow ? ('water' as const) : ('first-attack' as const),
  };
  if (!choice) return { ...base, ...unreachable, notes: why ? [why] : [] };
  const { stop, clocks } = choice;
  const hose = countHose(choice, vehicle, details.floors, parameters);
  const notes = [
    noteSnap(choice, parameters),
    noteSupply(choice, vehicle),
    hose.missingLengths > 0
      ? noteOf('hose-short', { lengths: hose.missingLengths, broughtBy: details.spareHoseFrom })
      : null,
    noteIfWider(choice),
    noteIfNarrower(choice, certain, (other) => rankSeconds(other, vehicle)),
  ].filter((note) => note !== null);
  return {
    ...base,
    status: 'reachable',
    drive: details.drive ?? undrawn(router, choice),
    stop: {
      lon: stop.point[0],
      lat: stop.point[1],
      reason: wordReason(stop),
      road: stop.road,
      blockedBy: stop.blockedBy,
    },
    hose: {
      meters: stop.hoseMeters,
      ...hose,
      geometry: toLineString(twoAtLeast(stop.line)),
      provenance: 'derived',
      relay: details.attackLine,
    },
    water: details.water,
    ownTank: describeOwnTank(choice, vehicle, parameters),
    parts: clocks.parts,
    secondsToCrew: clocks.secondsToCrew,
    secondsToWater: vehicle.sustainedFlow ? clocks.secondsToWater : null,
    secondsOfAgent: clocks.secondsOfAgent,
    notes,
  };
}

function undrawn(router: Drive['router'], { driveSeconds }: Choice): Drive {
  return { router, seconds: driveSeconds, meters: null, geometry: null, steps: [] };
}

const unreachable = {
  status: 'unreachable' as const,
  drive: null,
  stop: null,
  hose: null,
  water: null,
  ownTank: null,
  parts: null,
  secondsToCrew: null,
  secondsToWater: null,
  secondsOfAgent: null,
};

/** How long its tank lasts at the nozzle, once the hose is full. */
function describeOwnTank({ stop, clocks }: Choice, vehicle: VehicleClass, parameters: Parameters) {
  const fill = parameters.number('hose_fill', '66 mm') * stop.hoseMeters;
  return {
    liters: vehicle.tankLiters,
    // First attack works from its own reel, which is always full.
    hoseFillLiters: vehicle.sustainedFlow ? fill : 0,
    litersPerSecond: Math.min(parameters.number('nozzle_flow'), vehicle.pumpLitersPerSecond),
    seconds: clocks.secondsOfAgent,
  };
}

export function countHose(
  { stop }: Choice,
  vehicle: VehicleClass,
  floors: number | null,
  parameters: Parameters,
) {
  const lengths = countHoseLengths(stop.hoseMeters, floors, parameters);
  const carriedLengths = Math.floor(vehicle.hoseMeters / parameters.number('hose_length'));
  // First attack works from its own reel: what counts is whether it reaches.
  const isEnough = !vehicle.sustainedFlow && stop.hoseMeters <= vehicle.hoseMeters;
  const missingLengths = isEnough ? 0 : Math.max(0, lengths - carriedLengths);
  return { lengths, carriedLengths, missingLengths };
}
