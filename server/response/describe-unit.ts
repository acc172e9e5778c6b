// One unit's answer from its choice of stop. Pure.

import { toLineString } from '../../geo/position.ts';
import type { ClassPlan, PlannedStop } from '../planner/door-plan.ts';
import type { RoomToStand } from '../planner/room-to-stand.ts';
import { rankSeconds, rankStops, type Choice } from '../planner/choose-stop.ts';
import { twoAtLeast, type Drive } from './draw-drives.ts';
import { undrawnDrive, type RouterName, type Station } from './drive-times.ts';
import {
  noteContraflow,
  noteHeldUp,
  noteIfNarrower,
  noteIfWider,
  noteNoWay,
  noteOf,
  notePosition,
  noteSnap,
  noteStanding,
  noteSupply,
  wordReason,
} from './notes.ts';
import type { Parameters, VehicleClass } from '../planner/settings.ts';
import type { Alternative, Closer } from './choices-schema.ts';
import type { UnitRow } from './queries.ts';
import type { Note, UnitResponse } from './schema.ts';
import type { RelayPlan, WaterInReach } from './water-schema.ts';
import { countHose, type HoseCount, type SpareHose } from '../planner/count-hose.ts';

export type UnitChoice = {
  unit: UnitRow;
  vehicle: VehicleClass;
  /** null: its station is too far from any road of the class. */
  station: Station | null;
  router: RouterName;
  /** The road graph decided, because people know more of the way than the router's map. */
  isSettled: boolean;
  /** Such roads are about somewhere: what the router draws must be checked. */
  isUnsettled: boolean;
  /** The road graph did not say in time whether the router's time holds. */
  isUnchecked: boolean;
  choice: Choice | null;
  /** The other stops that it can drive to, the best first. */
  others: Choice[];
  /** Where it would stop if every assumed alley width were too little. */
  certainStops: PlannedStop[];
  /** Why there is no choice. */
  why: Note | null;
};

/** `seconds` run along the plan's stops; `settled` are those of the road graph. */
export function chooseForUnit(
  {
    unit,
    vehicle,
    station,
    plan,
    router,
    seconds,
    settled,
    isUnchecked,
    whyNoTime,
  }: Pick<UnitChoice, 'unit' | 'vehicle' | 'station' | 'router' | 'isUnchecked'> & {
    plan: ClassPlan;
    seconds: (number | null)[];
    settled: ReadonlySet<number>;
    whyNoTime: Note | null;
  },
  parameters: Parameters,
): UnitChoice {
  const [choice = null, ...others] = rankStops(plan.stops, seconds, vehicle, parameters);
  const unknown = isUnchecked ? noteOf('no-drive-time') : noteFailure(unit, station, plan);
  const why = choice ? null : (whyNoTime ?? unknown);
  const isSettled = choice !== null && settled.has(plan.stops.indexOf(choice.stop));
  return {
    unit,
    vehicle,
    station,
    router: isSettled ? 'graph' : router,
    isSettled,
    isUnsettled: plan.isUnsettled,
    isUnchecked,
    choice,
    others,
    certainStops: plan.certainStops,
    why,
  };
}

function noteFailure(unit: UnitRow, station: Station | null, plan: ClassPlan): Note {
  // Where nobody can stop, the station is not to blame.
  if (plan.stops.length === 0) return noteOf('no-stop-for-class');
  if (station) return noteNoWay(unit);
  return noteOf(unit.station_is_gone ? 'station-gone' : 'station-off-road');
}

/** First water first; then those without water by first crew; first attack after them; unreachable last. In a rescue all by first crew. */
export function compareUnits(a: UnitChoice, b: UnitChoice): number {
  const group = ({ choice, vehicle }: UnitChoice) => {
    if (!choice) return 3;
    if (vehicle.ranksBy !== 'first-water') return vehicle.ranksBy === 'first-crew' ? 0 : 2;
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
  /** The choice if every assumed alley width were too little, null for none; undefined where nobody asked. */
  certain: Choice | null | undefined;
  drive: Drive | null;
  water: WaterInReach | null;
  /** From the engine to the door. */
  attackLine: RelayPlan | null;
  floors: number | null;
  /** Who brings what hose is missing; empty where nobody does. */
  spareHose: SpareHose[];
  /** The unit that stops there before it, and how far behind it to stay; null where it is the first. */
  standsBehind: { callSign: string; meters: number } | null;
  alternatives: Alternative[];
  closer: Closer[];
};

export function describeUnit(
  asked: UnitChoice,
  details: UnitDetails,
  parameters: Parameters,
): UnitResponse {
  const { unit, vehicle, router, choice, why } = asked;
  const base = describeBase(unit, vehicle);
  if (!choice) {
    const start = asked.station && notePosition(unit);
    const notes = [why, start].filter((note) => note !== null);
    return { ...base, ...unreachable, notes };
  }
  const { stop, clocks } = choice;
  const hose = countHose(choice, vehicle, details.floors, parameters);
  const notes = notesOf({ ...asked, choice }, details, hose, parameters);
  return {
    ...base,
    status: 'reachable',
    drive: details.drive ?? undrawnDrive(router, choice.driveSeconds),
    stop: {
      lon: stop.point[0],
      lat: stop.point[1],
      reason: wordReason(stop),
      road: stop.road,
      room: describeRoom(stop.room),
      blockedBy: stop.blockedBy,
    },
    hose: {
      meters: stop.hoseMeters,
      ...hose,
      broughtBy: details.spareHose,
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
    alternatives: details.alternatives,
    closer: details.closer,
    notes,
  };
}

function notesOf(
  { unit, vehicle, station, choice, isSettled, isUnchecked }: UnitChoice & { choice: Choice },
  { certain, spareHose, standsBehind }: UnitDetails,
  { missingLengths, supplyLengths }: HoseCount,
  parameters: Parameters,
): Note[] {
  const isClosed = choice.stop.isClosedFurtherOn || station?.isClosedFurtherOn;
  const broughtBy = spareHose.map(({ callSign }) => callSign).join(', ') || null;
  return [
    noteContraflow(choice),
    notePosition(unit),
    noteSnap(choice, parameters),
    ...noteSupply(choice, vehicle, supplyLengths),
    missingLengths > 0 ? noteOf('hose-short', { lengths: missingLengths, broughtBy }) : null,
    noteIfWider(choice),
    noteIfNarrower(choice, certain, (other) => rankSeconds(other, vehicle)),
    noteHeldUp(choice, parameters),
    ...noteStanding(choice.stop),
    standsBehind ? noteOf('stand-behind', standsBehind) : null,
    isSettled && !isClosed ? noteOf('road-newer-than-router') : null,
    isUnchecked ? noteOf('way-not-checked') : null,
  ].filter((note) => note !== null);
}

function describeRoom({ reverseMeters, ...room }: RoomToStand) {
  return { ...room, reverseMeters: reverseMeters === null ? null : Math.round(reverseMeters) };
}

function roleOf({ sustainedFlow, tankLiters }: VehicleClass): UnitResponse['role'] {
  if (sustainedFlow) return 'water';
  return tankLiters > 0 ? 'first-attack' : 'support';
}

export function describeBase(unit: UnitRow, vehicle: VehicleClass) {
  return {
    unitId: unit.unit_id,
    callSign: unit.call_sign,
    station: {
      id: `station:${unit.station_id}`,
      name: unit.station_name,
      lon: unit.lon,
      lat: unit.lat,
    },
    position: describePosition(unit),
    vehicleClass: unit.vehicle_class,
    role: roleOf(vehicle),
    rankedBy: vehicle.ranksBy === 'first-water' ? ('water' as const) : ('crew' as const),
  };
}

function describePosition({
  position_lon: lon,
  position_lat: lat,
  position_age: age,
  position_is_stale: isStale,
  position_doubtful_m: doubtfulMeters,
  start_id: startId,
}: UnitRow): UnitResponse['position'] {
  if (lon === null || lat === null || age === null) return null;
  return {
    lon,
    lat,
    ageSeconds: Math.round(age),
    isStale: isStale === true,
    doubtfulMeters: doubtfulMeters === null ? null : Math.round(doubtfulMeters),
    isStart: startId < 0,
  };
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
  alternatives: [],
  closer: [],
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

/**
 * A second vehicle at the same stop stays behind the first, so that the mouth and the pump stay free; whoever turns on
 * the spot finds a place beside. Nothing for who is the first.
 */
export function lineUp(
  ranked: UnitChoice[],
  parameters: Parameters,
): Map<UnitChoice, NonNullable<UnitDetails['standsBehind']>> {
  const extra = parameters.number('stand_length_extra');
  const taken = new Map<string, { callSign: string; meters: number }>();
  const behind = new Map<UnitChoice, NonNullable<UnitDetails['standsBehind']>>();
  for (const asked of ranked) {
    const { unit, vehicle, choice } = asked;
    if (!choice || !vehicle.turning) continue;
    const place = choice.stop.point.join(' ');
    const ahead = taken.get(place);
    if (ahead) behind.set(asked, { ...ahead, meters: Math.ceil(ahead.meters) });
    const meters = (ahead?.meters ?? 0) + vehicle.lengthMeters + extra;
    taken.set(place, { callSign: unit.call_sign, meters });
  }
  return behind;
}
