// Which units may be sent, and why the others may not.

import type { ResponseSettings } from '../planner/settings.ts';
import { noteOf } from './notes.ts';
import type { UnitRow } from './queries.ts';
import type { Note, ResponseRequest, ResponseResult } from './schema.ts';

type Sorted = { ranked: UnitRow[]; notRanked: ResponseResult['notRanked'] };

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
  const whyNot = ({ status, vehicle_class: vehicleClass }: UnitRow): Note | null => {
    if (status !== 'available') return noteOf('status', { status });
    return known.has(vehicleClass) ? null : noteOf('unknown-class', { vehicleClass });
  };
  return {
    ranked: asked.filter((unit) => !whyNot(unit)),
    notRanked: asked.flatMap((unit) => {
      const why = whyNot(unit);
      if (!why) return [];
      return {
        unitId: unit.unit_id,
        callSign: unit.call_sign,
        station: unit.station_name,
        vehicleClass: unit.vehicle_class,
        why,
      };
    }),
  };
}
