// What the plans of all units share: who comes, soonest first, and what the building needs.

import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { findNeed, type Need } from '../hydraulics/need.ts';
import type { Parameters, ResponseSettings, VehicleClass } from '../planner/settings.ts';
import { refuseStand } from '../run-cards/ladder-stand.ts';
import type { UnitChoice } from './describe-unit.ts';
import { hasStart, type DestinationRow, type UnitRow } from './queries.ts';
import type { ResponseRequest } from './schema.ts';
import type { Comer, SupplyScene } from './water-supply.ts';

export function needOf(target: DestinationRow, settings: ResponseSettings): Need | null {
  if (target.building_id === null || target.footprint_m2 === null) return null;
  const { use, floors, footprint_m2: footprintM2 } = target;
  return findNeed({ use, floors, footprintM2 }, settings.needRules, settings.parameters);
}

/**
 * Those of `choices` that have a stop, soonest first; then those that are known to come, whatever their status, and all
 * others who are available by the distance of their station, for they may come as well. Whoever of `choices` has no stop
 * does not come.
 */
export function sceneOf(
  choices: UnitChoice[],
  {
    units,
    target,
    settings,
    request,
  }: {
    units: UnitRow[];
    target: DestinationRow;
    settings: ResponseSettings;
    /** Whom it names as coming as well, soonest first, and whom as not coming. */
    request: Pick<ResponseRequest, 'unitIds' | 'withUnitIds' | 'withoutUnitIds'>;
  },
): SupplyScene {
  const { parameters, classes } = settings;
  const { withUnitIds: withIds = [], withoutUnitIds: withoutIds = [] } = request;
  const ranked = choices
    .filter(({ choice }) => choice !== null)
    .map((asked) => ({
      ...toComer(asked.unit, asked.vehicle),
      hasLadder: hasLadder(asked, parameters),
      isUnplanned: false,
    }));
  const asked = new Set(choices.map(({ unit }) => unit.unit_id));
  const door: Position = [target.lon, target.lat];
  const turnOf = ({ unit_id: id }: UnitRow): number =>
    withIds.includes(id) ? withIds.indexOf(id) : withIds.length;
  const others = units
    .filter(({ unit_id: id }) => !asked.has(id) && !withoutIds.includes(id))
    .filter(
      (unit) => (unit.status === 'available' && hasStart(unit)) || turnOf(unit) < withIds.length,
    )
    .map((unit) => ({ unit, meters: metersBetween([unit.lon, unit.lat], door) }))
    .toSorted((a, b) => turnOf(a.unit) - turnOf(b.unit) || a.meters - b.meters)
    .flatMap(({ unit }) => {
      const vehicle = classes.find(({ code }) => code === unit.vehicle_class);
      if (!vehicle) return [];
      const hasLadder = vehicle.ladderMeters !== null;
      return [{ ...toComer(unit, vehicle), hasLadder, isUnplanned: true }];
    });
  const comers = [...ranked, ...others];
  const withLadder = comers.filter(({ hasLadder: has }) => has);
  const carriers = comers.filter(({ vehicle }) => vehicle.sustainedFlow);
  const sure = new Set([...ranked.map(({ unitId }) => unitId), ...withIds]);
  // Who asks about some and does not say who else comes leaves only those who may.
  const isSaid = request.withUnitIds !== undefined || request.unitIds === undefined;
  return {
    need: needOf(target, settings),
    floors: target.floors,
    carriers,
    hoseBringers: isSaid ? carriers.filter(({ unitId }) => sure.has(unitId)) : carriers,
    ladders: withLadder.filter((comer) => !isUnsure(comer)),
    unsureLadders: withLadder.filter(isUnsure),
    parameters,
  };
}

/** Only its own plan knows whether its jacks have room where it stops. */
function isUnsure({
  vehicle,
  isUnplanned,
}: Pick<Comer, 'vehicle'> & { isUnplanned: boolean }): boolean {
  return isUnplanned && vehicle.jackWidthMeters !== null;
}

/** Which it can use from where it stops. */
function hasLadder({ vehicle, choice }: UnitChoice, parameters: Parameters): boolean {
  if (vehicle.ladderMeters === null || !choice) return false;
  const { hoseMeters, room, road } = choice.stop;
  const stand = { hoseMeters, room, roadWidthMeters: road.widthMeters };
  return refuseStand(vehicle, stand, parameters) === null;
}

function toComer(
  { unit_id: unitId, call_sign: callSign, start_id: stationId }: UnitRow,
  vehicle: VehicleClass,
): Comer {
  return {
    unitId,
    callSign,
    stationId,
    vehicle,
    vehicleClass: vehicle.code,
    pumpLitersPerSecond: vehicle.pumpLitersPerSecond,
    portablePumps: vehicle.portablePumps,
  };
}
