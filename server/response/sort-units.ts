// Which units are asked for and can be sent, and which cannot, with why. Pure.

import { RequestError } from '../errors.ts';
import type { StartPlace } from '../planner/door-plan.ts';
import type { ResponseSettings } from '../planner/settings.ts';
import { noteOf } from './notes.ts';
import { hasStart, startOf, type UnitRow } from './queries.ts';
import type { Note, ResponseRequest, ResponseResult } from './schema.ts';

export function refuseUnknown(
  { at, vehicleClass }: ResponseRequest,
  { classes }: ResponseSettings,
): void {
  const codes = classes.map(({ code }) => code);
  if (codes.length === 0)
    throw new RequestError(400, 'no-values-then', `at: no vehicle class is valid at ${at}`);
  if (vehicleClass !== undefined && !codes.includes(vehicleClass))
    throw new RequestError(
      400,
      'unknown-class',
      `vehicleClass: there is no ${vehicleClass}; there are ${codes.join(', ')}`,
    );
}

export type Sorted = { ranked: UnitRow[]; notRanked: ResponseResult['notRanked'] };

export function sortUnits(
  units: UnitRow[],
  request: ResponseRequest,
  { classes }: ResponseSettings,
): Sorted {
  const asked = units.filter(
    (unit) =>
      (!request.vehicleClass || unit.vehicle_class === request.vehicleClass) &&
      (!request.unitIds || request.unitIds.includes(unit.unit_id)),
  );
  const known = new Set(classes.map(({ code }) => code));
  const whyNot = (unit: UnitRow): Note | null => {
    const { unit_id: unitId, status, vehicle_class: vehicleClass } = unit;
    // Who names a unit has decided on it: a crew that drives to this fire is busy by then.
    const isNamed =
      request.unitIds !== undefined ||
      request.chosen?.unitId === unitId ||
      request.withUnitIds?.includes(unitId);
    if (status !== 'available' && !isNamed) return noteOf('status', { status });
    if (!known.has(vehicleClass)) return noteOf('unknown-class', { vehicleClass });
    return hasStart(unit) ? null : noteOf('station-gone');
  };
  const judged = asked.map((unit) => ({ unit, why: whyNot(unit) }));
  return {
    ranked: judged.flatMap(({ unit, why }) => (why ? [] : [unit])),
    notRanked: judged.flatMap(({ unit, why }) => (why ? [describeNotRanked(unit, why)] : [])),
  };
}

/** Where those start that are not at their station. */
export function listStarts(units: UnitRow[]): StartPlace[] {
  return units
    .filter(({ start_id: id }) => id < 0)
    .map((unit) => ({ id: unit.start_id, position: startOf(unit) }));
}

/**
 * Whose class the plan does not know: the road graph may be a moment behind the code list. They are named, as nobody
 * else would name them.
 */
export function listUnplanned(
  ranked: UnitRow[],
  planned: { unit: Pick<UnitRow, 'unit_id'> }[],
): ResponseResult['notRanked'] {
  const known = new Set(planned.map(({ unit }) => unit.unit_id));
  return ranked
    .filter(({ unit_id: id }) => !known.has(id))
    .map((unit) =>
      describeNotRanked(unit, noteOf('unknown-class', { vehicleClass: unit.vehicle_class })),
    );
}

export function describeNotRanked(unit: UnitRow, why: Note): ResponseResult['notRanked'][number] {
  return {
    unitId: unit.unit_id,
    callSign: unit.call_sign,
    station: unit.station_name,
    vehicleClass: unit.vehicle_class,
    why,
  };
}

/** Of who comes as well only the page knows whether it was sent: then it is no news that it is busy. */
function noteStatus(
  { unit_id: unitId, call_sign: callSign, status }: UnitRow,
  { unitIds, withUnitIds }: ResponseRequest,
): Note | null {
  if (status === 'available') return null;
  const isComing = unitIds === undefined && withUnitIds?.includes(unitId);
  return noteOf(isComing ? 'sent-status' : 'status-now', { unitId, callSign, status });
}

/**
 * A unit that was retired since it was chosen is no fault of who asks: the rest is answered, and that one named, once,
 * where it matters most.
 */
function noteUnknown({ units, mobilised, request }: GapsOf): Note[] {
  const { unitIds = [], withUnitIds = [], withoutUnitIds = [], chosen } = request;
  const known = new Set([
    ...units.map(({ unit_id: id }) => id),
    ...mobilised.map(({ vehicle_id: id }) => id),
  ]);
  const named = [
    ...(chosen ? [{ id: chosen.unitId, field: 'chosen.unitId' }] : []),
    ...(chosen?.insteadOf ? [{ id: chosen.insteadOf, field: 'chosen.insteadOf' }] : []),
    ...unitIds.map((id) => ({ id, field: 'unitIds' })),
    ...withUnitIds.map((id) => ({ id, field: 'withUnitIds' })),
    ...withoutUnitIds.map((id) => ({ id, field: 'withoutUnitIds' })),
  ];
  const fieldOf = new Map(named.toReversed().map(({ id, field }) => [id, field]));
  return [...new Set(named.map(({ id }) => id))]
    .filter((id) => !known.has(id))
    .map((unitId) => noteOf('unknown-unit', { unitId, field: fieldOf.get(unitId)! }));
}

/** Of those that the request asks for there is none: whether others are available was not asked. */
function asksForUnknown(units: UnitRow[], { unitIds = [] }: ResponseRequest): boolean {
  const asked = new Set(unitIds);
  return asked.size > 0 && !units.some(({ unit_id: id }) => asked.has(id));
}

type GapsOf = {
  units: UnitRow[];
  sorted: Pick<Sorted, 'ranked'>;
  mobilised: { vehicle_id: string }[];
  city: { hasStations: boolean };
  request: ResponseRequest;
};

/** Why the list of units may be empty, whom it names that is no unit, and who was planned for, being named, though not available. */
export function findGaps(gaps: GapsOf, { isOffRoad }: { isOffRoad: boolean }): Note[] {
  const {
    units,
    sorted: { ranked },
    city,
    request,
  } = gaps;
  const notes: Note[] = [];
  if (isOffRoad) notes.push(noteOf('no-road-near'));
  if (!city.hasStations) notes.push(noteOf('no-stations'));
  else if (units.length === 0) notes.push(noteOf('no-units'));
  else if (ranked.length === 0 && !asksForUnknown(units, request))
    notes.push(noteOf('no-available-units'));
  return [
    ...notes,
    ...noteUnknown(gaps),
    ...ranked.flatMap((unit) => noteStatus(unit, request) ?? []),
  ];
}
