// The two clocks, after the definitions of the fire service's words (docs/definitions.md).

import { secondsHeldUp, type FootDelay } from '../../geo/graph/foot-delays.ts';
import { lengthsAlong, planRelay } from '../hydraulics/hose-line.ts';
import type { Parameters, VehicleClass } from './settings.ts';

export type Parts = {
  turnout: number;
  drive: number;
  setUp: number;
  laying: number;
  filling: number;
  walking: number;
};

export type Clocks = {
  parts: Parts;
  secondsToCrew: number;
  /** null: no water that lasts comes out of this unit here. */
  secondsToWater: number | null;
  supply: 'own-tank' | 'water-point' | null;
  /** Seconds the own tank lasts at the nozzle once the hose is full; 0 when it cannot fill it. */
  secondsOfAgent: number;
};

/** The nearest usable water to a stop. */
export type Supply = {
  /** Of hose. */
  meters: number;
  /** On the way of that hose, but where it begins. */
  footDelays: FootDelay[];
  /** One on that way is none of those, because the engine has driven through it. */
  isGateOpen?: boolean;
  /** Nodes at which a gate stands open for that hose already, where that makes it another way or sooner. */
  opened?: number[];
  kind: 'hydrant' | 'draft';
  /** Measured at a hydrant; null: unknown, and then only a pump at it feeds a line. */
  pressureBar: number | null;
  /** Else it may give nothing: what rests on it says so. */
  isFlowKnown: boolean;
};

export type Leg = {
  driveSeconds: number;
  /** Hose from the stop to the door. */
  hoseMeters: number;
  /** The same with stairs counted double: laying and walking take this long. */
  effortMeters: number;
  footDelays: FootDelay[];
  /** null when no usable water is in reach of the stop. */
  supply: Supply | null;
};

/**
 * secondsToWater = turnout + drive + set-up of the supply + laying + filling;
 * secondsToCrew = turnout + drive + walking. All in seconds. What holds up who lays hose on
 * the way is in laying, what holds up who walks in walking.
 * A tank that cannot even fill the hose gives no water: then the hose to a water point is laid and
 * filled too, with the set-up of that point: at a hydrant whose own pressure is unknown or too low, of a portable pump.
 */
export function clockLeg(leg: Leg, vehicle: VehicleClass, parameters: Parameters): Clocks {
  const turnout = parameters.number('turnout');
  const fillLitersPerMeter = parameters.number('hose_fill', '66 mm');
  const laySpeed = parameters.number('lay_speed_by_hand_3_men');
  const fillLiters = fillLitersPerMeter * leg.hoseMeters;
  const supply = supplyFor(leg, vehicle, parameters);
  const line = supply === 'water-point' ? leg.supply : null;
  const supplyMeters = line?.meters ?? 0;
  const parts: Parts = {
    turnout,
    drive: leg.driveSeconds,
    setUp: setUpSeconds(supply, leg, vehicle, parameters),
    laying:
      (leg.effortMeters + supplyMeters) / laySpeed +
      secondsHeldUp('laying', leg.footDelays, line?.footDelays ?? []),
    filling: secondsAt(vehicle.pumpLitersPerSecond, fillLiters + fillLitersPerMeter * supplyMeters),
    walking:
      leg.effortMeters / parameters.number('walk_speed_in_gear') +
      secondsHeldUp('walking', leg.footDelays),
  };
  const nozzle = Math.min(parameters.number('nozzle_flow'), vehicle.pumpLitersPerSecond);
  const toWater = turnout + parts.drive + parts.setUp + parts.laying + parts.filling;
  return {
    parts,
    supply,
    secondsToCrew: turnout + parts.drive + parts.walking,
    secondsToWater: supply === null ? null : toWater,
    secondsOfAgent: secondsAt(
      nozzle,
      vehicle.sustainedFlow ? Math.max(0, vehicle.tankLiters - fillLiters) : vehicle.tankLiters,
    ),
  };
}

/** A tank that does not even fill the hose gives no water. */
export function tankFills(
  { tankLiters }: VehicleClass,
  hoseMeters: number,
  parameters: Parameters,
): boolean {
  return tankLiters > parameters.number('hose_fill', '66 mm') * hoseMeters;
}

function supplyFor(leg: Leg, vehicle: VehicleClass, parameters: Parameters): Clocks['supply'] {
  if (!vehicle.sustainedFlow) return null;
  if (tankFills(vehicle, leg.hoseMeters, parameters)) return 'own-tank';
  return leg.supply === null ? null : 'water-point';
}

/** Seconds to move so many litres; a vehicle without a pump (a ladder truck) moves none. */
function secondsAt(litersPerSecond: number, liters: number): number {
  return litersPerSecond > 0 ? liters / litersPerSecond : 0;
}

function setUpSeconds(
  supply: Clocks['supply'],
  leg: Leg,
  { setUpSeconds: ofClass, sustainedFlow }: VehicleClass,
  parameters: Parameters,
): number {
  if (ofClass !== null && (supply !== null || !sustainedFlow)) return ofClass;
  if (supply === null) return 0;
  if (supply === 'own-tank') return parameters.number('set_up_own_tank');
  if (leg.supply?.kind !== 'hydrant') return parameters.number('set_up_draft');
  const isPumped = needsPump(leg.supply, parameters);
  return parameters.number(isPumped ? 'set_up_portable_pump' : 'set_up_hydrant');
}

/** Whether the hydrant's own pressure does not bring what one nozzle gives to an engine that pumps on. */
function needsPump({ meters, pressureBar }: Supply, parameters: Parameters): boolean {
  if (pressureBar === null) return true;
  const line = {
    meters,
    riseMeters: 0,
    size: '66 mm' as const,
    litersPerSecond: parameters.number('nozzle_flow'),
    startBar: pressureBar,
    endBar: parameters.number('pump_inlet_minimum'),
  };
  return planRelay(line, 1, parameters).pumps > 0;
}

/** Lengths of hose for a path: slack, then one per so many floors (null: nobody recorded them, as many as are assumed), then one spare. */
export function countHoseLengths(
  meters: number,
  floors: number | null,
  parameters: Parameters,
): number {
  const counted = floors ?? parameters.number('assumed_floors');
  const extra = Math.floor(counted / parameters.number('floors_per_extra_hose')) + 1;
  return lengthsAlong(meters, parameters) + extra;
}
