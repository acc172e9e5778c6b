// What gets closer than a unit that stops far from the door, as the contract has it. Pure.

import { isFlowKnown } from '../hydraulics/supply.ts';
import { asIfShut, type DoorPlan, type PlannedStop, type WaterList } from '../planner/door-plan.ts';
import {
  findCloser,
  type CarriedPump,
  type CloserUnit,
  type Coming,
} from '../planner/find-closer.ts';
import type { Parameters } from '../planner/settings.ts';
import type { Closer } from './choices-schema.ts';
import type { UnitChoice } from './describe-unit.ts';
import { noteOf } from './notes.ts';

export function describeCloser(
  asked: UnitChoice,
  {
    choices,
    coming,
    plan,
    waterOf,
  }: {
    choices: UnitChoice[];
    /** The same, as `toComing` tells them. */
    coming: Coming[];
    plan: DoorPlan;
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
    ...units.map((unit) => ({ ...describeCloserUnit(unit, far), callSign: callSignOf(unit.id) })),
    ...(pump ? [{ ...describePump(pump), callSign: callSignOf(pump.id) }] : []),
  ];
}

export function toComing({ unit, vehicle, choice }: UnitChoice): Coming {
  return { id: unit.unit_id, vehicle, choice };
}

function describeCloserUnit(
  { id, vehicle, choice, fits }: CloserUnit,
  far: PlannedStop,
): Omit<Closer, 'callSign'> {
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
}: CarriedPump): Omit<Closer, 'callSign'> {
  const [lon, lat] = water.water.access.point;
  return {
    kind: 'carried-pump',
    unitId: id,
    vehicleClass: vehicle.code,
    stop: { lon, lat },
    hoseMeters: water.hoseMeters,
    secondsToCrew,
    secondsToWater,
    secondsOfAgent: null,
    why: noteOf(isFlowKnown(water.water) ? 'closer-pump' : 'closer-pump-flow-unknown', {
      carryMeters: Math.round(carryMeters),
      waterKind: water.water.kind,
      waterName: water.water.name,
    }),
  };
}
