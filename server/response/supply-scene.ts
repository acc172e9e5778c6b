// What the plans of all units share: who comes, in which order, and what the building needs.

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

type SceneOf = {
  units: UnitRow[];
  target: DestinationRow;
  settings: ResponseSettings;
  /** Whom it names as coming as well, soonest first, and whom as not coming. */
  request: Pick<ResponseRequest, 'unitIds' | 'withUnitIds' | 'withoutUnitIds'>;
  /** Whom the set sends, soonest first; empty where none is made. */
  recommended: readonly string[];
};

/**
 * Who is recommended, as soon as they come: they are sent, and nobody else. Then those of `choices` that have a stop,
 * soonest first; then those that are known to come, whatever their status, and all others who are available by the
 * distance of their station, for they may come as well. Whoever of `choices` has no stop does not come.
 */
export function sceneOf(choices: UnitChoice[], asked: SceneOf): SupplyScene {
  const { target, settings, request, recommended } = asked;
  const { parameters } = settings;
  const ranked = choices
    .filter(({ choice }) => choice !== null)
    .map((each) => ({
      ...toComer(each.unit, each.vehicle),
      hasLadder: hasLadder(each, parameters),
      isUnplanned: false,
    }));
  const comers = [...ranked, ...listOthers(choices, asked)].toSorted(
    (a, b) => turnIn(recommended, a.unitId) - turnIn(recommended, b.unitId),
  );
  const withLadder = comers.filter(({ hasLadder: has }) => has);
  const carriers = comers.filter(({ vehicle }) => vehicle.sustainedFlow);
  const sure = new Set([...ranked.map(({ unitId }) => unitId), ...(request.withUnitIds ?? [])]);
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

/** Those who come, or may, and of whom nobody planned where they stop. */
function listOthers(choices: UnitChoice[], { units, target, settings, request }: SceneOf) {
  const { withUnitIds: withIds = [], withoutUnitIds: withoutIds = [] } = request;
  const planned = new Set(choices.map(({ unit }) => unit.unit_id));
  const door: Position = [target.lon, target.lat];
  return units
    .filter(({ unit_id: id }) => !planned.has(id) && !withoutIds.includes(id))
    .filter(
      (unit) => (unit.status === 'available' && hasStart(unit)) || withIds.includes(unit.unit_id),
    )
    .map((unit) => ({ unit, meters: metersBetween([unit.lon, unit.lat], door) }))
    .toSorted(
      (a, b) =>
        turnIn(withIds, a.unit.unit_id) - turnIn(withIds, b.unit.unit_id) || a.meters - b.meters,
    )
    .flatMap(({ unit }) => {
      const vehicle = settings.classes.find(({ code }) => code === unit.vehicle_class);
      if (!vehicle) return [];
      const isLadder = vehicle.ladderMeters !== null;
      return [{ ...toComer(unit, vehicle), hasLadder: isLadder, isUnplanned: true }];
    });
}

/** Those who are not of `ids` come after all of them. */
function turnIn(ids: readonly string[], id: string): number {
  const turn = ids.indexOf(id);
  return turn < 0 ? ids.length : turn;
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
