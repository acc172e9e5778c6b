// Where an engine stops far from the door: what gets closer. A smaller unit, first attack with its
// seconds of agent, or a portable pump that is carried to water near the door. Pure.

import { secondsHeldUp } from '../../geo/graph/foot-delays.ts';
import { metersBetween } from '../../geo/distance.ts';
import { compareChoices, type Choice } from './choose-stop.ts';
import type { PlannedStop, WaterList } from './door-plan.ts';
import type { WaterInReach } from './find-water.ts';
import type { Parameters, VehicleClass } from './settings.ts';
import { nearestFeeding } from './supply-at.ts';

export type Coming = { id: string; vehicle: VehicleClass; choice: Choice | null };

/** A unit of another class that stops closer to the door. */
export type CloserUnit = {
  id: string;
  vehicle: VehicleClass;
  choice: Choice;
  /** It fits through the road that stops the far one. */
  fits: boolean;
};

/** A portable pump, carried from where its engine stops to water nearer to the door. */
export type CarriedPump = {
  /** The unit that brings it. */
  id: string;
  vehicle: VehicleClass;
  water: WaterInReach;
  carryMeters: number;
  secondsToCrew: number;
  secondsToWater: number;
};

export type Closer = { units: CloserUnit[]; pump: CarriedPump | null };

const nothing: Closer = { units: [], pump: null };

/** `ranked` are all that come, soonest first; `atDoor` is the water in reach of the door. */
export function findCloser(
  asked: Coming,
  { ranked, ...around }: Around,
  parameters: Parameters,
): Closer {
  const { choice, vehicle } = asked;
  if (!choice || !vehicle.sustainedFlow) return nothing;
  if (choice.stop.hoseMeters < parameters.number('far_stop_min')) return nothing;
  return {
    units: findUnits(asked, choice, ranked, parameters),
    pump: findPump([asked, ...ranked], choice.stop, around, parameters),
  };
}

type Around = {
  ranked: Coming[];
  atDoor: WaterList;
  /** From the road to the house: in the hose of `atDoor` and of the stops. */
  beyondRoadMeters: number;
  /** The water in reach of a stop; null while nobody knows. */
  atStop: ((stop: PlannedStop) => WaterList) | null;
};

/** The soonest of each other class that brings water or agent. */
function findUnits(
  asked: Coming,
  far: Choice,
  ranked: Coming[],
  parameters: Parameters,
): CloserUnit[] {
  const most = far.stop.hoseMeters - parameters.number('closer_min');
  const best = new Map<string, CloserUnit>();
  for (const { id, vehicle, choice } of ranked) {
    if (!choice || vehicle.code === asked.vehicle.code || choice.stop.hoseMeters > most) continue;
    if (!vehicle.sustainedFlow && vehicle.tankLiters === 0) continue;
    const known = best.get(vehicle.code);
    if (known && compareChoices(known.choice, choice, vehicle) <= 0) continue;
    best.set(vehicle.code, { id, vehicle, choice, fits: fitsThrough(far.stop, vehicle) });
  }
  return [...best.values()].toSorted((a, b) => a.vehicle.rank - b.vehicle.rank);
}

function fitsThrough({ blockedBy, reason }: PlannedStop, vehicle: VehicleClass): boolean {
  if (!blockedBy || reason.code !== 'too-narrow') return false;
  return blockedBy.widthMeters >= vehicle.widthMeters + vehicle.widthMarginMeters - 1e-6;
}

function findPump(
  coming: Coming[],
  far: PlannedStop,
  { atDoor, atStop, beyondRoadMeters }: Omit<Around, 'ranked'>,
  parameters: Parameters,
): CarriedPump | null {
  const water = nearestFeeding(atDoor);
  if (!water || water.hoseMeters > far.hoseMeters - parameters.number('closer_min')) return null;
  const bringer = coming.find(({ vehicle, choice }) => choice && vehicle.portablePumps > 0);
  if (!bringer?.choice) return null;
  const { stop, clocks } = bringer.choice;
  const { carryMeters, seconds } = timeToCarry(stop, water, {
    list: atStop?.(stop),
    beyondRoadMeters,
    parameters,
  });
  const fill = parameters.number('hose_fill', '66 mm') * water.hoseMeters;
  const secondsToWater =
    clocks.parts.turnout +
    clocks.parts.drive +
    seconds +
    parameters.number('set_up_portable_pump') +
    water.hoseMeters / parameters.number('lay_speed_by_hand_3_men') +
    fill / parameters.number('portable_pump');
  const { secondsToCrew } = clocks;
  return {
    id: bringer.id,
    vehicle: bringer.vehicle,
    water,
    carryMeters,
    secondsToCrew,
    secondsToWater,
  };
}

/**
 * By the hose path from the stop where that is known and sooner, else past the door: never less than straight. With what
 * holds it up on that way and the hose on its way back to the door: what it is carried past stands open then.
 */
function timeToCarry(
  stop: PlannedStop,
  water: WaterInReach,
  {
    list,
    beyondRoadMeters,
    parameters,
  }: { list: WaterList | undefined; beyondRoadMeters: number; parameters: Parameters },
): { carryMeters: number; seconds: number } {
  const shortest = metersBetween(stop.point, water.water.position);
  // Nobody carries it to the house and back.
  const meters = stop.hoseMeters + water.hoseMeters - 2 * beyondRoadMeters;
  const ways = [{ meters, footDelays: stop.footDelays }];
  const known = list?.sources.find((source) => source.water.id === water.water.id);
  if (known) {
    // The list leaves out what stands at the stop itself.
    const atStop = stop.footDelays.filter(({ node }) => node === nodeOf(stop));
    ways.push({ meters: known.hoseMeters, footDelays: [...atStop, ...known.footDelays] });
  }
  const timed = ways.map(({ meters, footDelays }) => {
    const carryMeters = Math.max(shortest, meters);
    const carried = carryMeters / parameters.number('carry_pump_speed');
    return {
      carryMeters,
      seconds: carried + secondsHeldUp('laying', footDelays, water.footDelays),
    };
  });
  return timed.toSorted((a, b) => a.seconds - b.seconds)[0]!;
}

function nodeOf({ hoseStart }: PlannedStop): number | null {
  return 'node' in hoseStart ? hoseStart.node : null;
}
