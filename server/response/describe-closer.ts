// What gets closer than a unit that stops far from the door, as the contract has it. Pure.

import { isFlowKnown } from '../hydraulics/supply.ts';
import { countCarried, countHose } from '../planner/count-hose.ts';
import { asIfShut, type DoorPlan, type PlannedStop, type WaterList } from '../planner/door-plan.ts';
import {
  findCloser,
  type CarriedPump,
  type CloserUnit,
  type Coming,
} from '../planner/find-closer.ts';
import type { Parameters } from '../planner/settings.ts';
import { countHoseLengths } from '../planner/times.ts';
import type { Closer } from './choices-schema.ts';
import type { UnitChoice } from './describe-unit.ts';
import { noteOf } from './notes.ts';

export function describeCloser(
  asked: UnitChoice,
  {
    choices,
    coming,
    plan,
    floors,
    waterOf,
  }: {
    choices: UnitChoice[];
    /** The same, as `toComing` tells them. */
    coming: Coming[];
    plan: DoorPlan;
    floors: number | null;
    waterOf: ((stop: PlannedStop) => WaterList) | null;
  },
  parameters: Parameters,
): Closer[] {
  const far = asked.choice?.stop;
  if (!far) return [];
  const { units, pump } = findCloser(
    toComing(asked),
    {
      ranked: coming,
      atDoor: plan.water,
      beyondRoadMeters: plan.beyondRoadMeters,
      atStop: waterOf && ((stop) => waterOf(asIfShut(stop))),
    },
    parameters,
  );
  const callSignOf = (id: string) =>
    choices.find(({ unit }) => unit.unit_id === id)!.unit.call_sign;
  return [
    ...units.map((unit) => ({
      ...describeCloserUnit(unit, far),
      ...countMissing(unit, floors, parameters),
      callSign: callSignOf(unit.id),
    })),
    ...(pump
      ? [
          {
            ...describePump(pump),
            missingLengths: countPumpMissing(pump, floors, parameters),
            callSign: callSignOf(pump.id),
          },
        ]
      : []),
  ];
}

export function toComing({ unit, vehicle, choice }: UnitChoice): Coming {
  return { id: unit.unit_id, vehicle, choice };
}

/** First attack works from its own reel alone: nobody brings it more. */
function countMissing(
  { vehicle, choice }: CloserUnit,
  floors: number | null,
  parameters: Parameters,
): Pick<Closer, 'missingLengths' | 'reelMeters'> {
  const { missingLengths } = countHose(choice, vehicle, floors, parameters);
  const isShort = !vehicle.sustainedFlow && vehicle.hoseMeters < choice.stop.hoseMeters;
  return { missingLengths, reelMeters: isShort ? vehicle.hoseMeters : null };
}

/** From the water to the door, of what the engine that brings it carries. */
function countPumpMissing(
  { vehicle, water }: CarriedPump,
  floors: number | null,
  parameters: Parameters,
): number {
  const lengths = countHoseLengths(water.hoseMeters, floors, parameters);
  return Math.max(0, lengths - countCarried(vehicle, parameters));
}

function describeCloserUnit(
  { id, vehicle, choice, fits }: CloserUnit,
  far: PlannedStop,
): Omit<Closer, 'callSign' | 'missingLengths' | 'reelMeters'> {
  const { stop, clocks } = choice;
  const closerMeters = Math.round(far.hoseMeters - stop.hoseMeters);
  const { name, class: roadClass, widthMeters, provenance } = far.blockedBy ?? far.road;
  const road = { name, class: roadClass, widthMeters, provenance };
  return {
    kind: 'unit',
    unitId: id,
    vehicleClass: vehicle.code,
    stop: { lon: stop.point[0], lat: stop.point[1] },
    hoseMeters: stop.hoseMeters,
    secondsToCrew: clocks.secondsToCrew,
    secondsToWater: vehicle.sustainedFlow ? clocks.secondsToWater : null,
    secondsOfAgent: vehicle.sustainedFlow ? null : clocks.secondsOfAgent,
    why: fits
      ? noteOf('closer-fits', { closerMeters, ...road })
      : noteOf('closer-elsewhere', { closerMeters, stopName: stop.road.name }),
  };
}

function describePump({
  id,
  vehicle,
  water,
  carryMeters,
  secondsToCrew,
  secondsToWater,
}: CarriedPump): Omit<Closer, 'callSign' | 'missingLengths'> {
  const [lon, lat] = water.water.access.point;
  return {
    kind: 'carried-pump',
    unitId: id,
    vehicleClass: vehicle.code,
    stop: { lon, lat },
    hoseMeters: water.hoseMeters,
    secondsToCrew,
    secondsToWater,
    reelMeters: null,
    secondsOfAgent: null,
    why: noteOf(isFlowKnown(water.water) ? 'closer-pump' : 'closer-pump-flow-unknown', {
      carryMeters: Math.round(carryMeters),
      waterKind: water.water.kind,
      waterName: water.water.name,
    }),
  };
}
