// The best stop of units: one table for the classes that share routing data, settled where people know more of
// the roads than its map.

import type { Position } from '../../geo/position.ts';
import { mergeTables } from '../osrm-client/merge-tables.ts';
import type { ClassPlan } from '../planner/door-plan.ts';
import type { ResponseSettings } from '../planner/settings.ts';
import { chooseForUnit, type UnitChoice } from './describe-unit.ts';
import { timeDrives, type DriveSources, type DriveTimes } from './drive-times.ts';
import type { UnitRow } from './queries.ts';
import { keepTimes, settleTimes } from './settle-times.ts';

const noTimes: DriveTimes = { router: 'osrm', seconds: [], why: null };

/** For those whose class is planned for, in no order. */
export async function chooseForAll(
  sources: DriveSources,
  units: UnitRow[],
  { plans, door }: { plans: ClassPlan[]; door: Position },
  { classes, parameters }: ResponseSettings,
): Promise<UnitChoice[]> {
  const merged = {
    ...sources,
    routers: { ...sources.routers, table: mergeTables(sources.routers) },
  };
  const byClass = plans.map(async (classPlan) => {
    const vehicle = classes.find(({ code }) => code === classPlan.vehicleClass)!;
    const ofClass = units.filter(({ vehicle_class: code }) => code === vehicle.code);
    const stations = [...new Set(ofClass.map((unit) => unit.start_id))].flatMap((id) => {
      const start = classPlan.starts.get(id);
      return start ? [{ id, start }] : [];
    });
    const stops = [...classPlan.stops, ...classPlan.certainStops];
    const times = await timeDrives(merged, vehicle, { stations, stops, door });
    const settled = classPlan.isUnsettled
      ? await settleTimes(sources, vehicle.code, { stations, stops, times })
      : times.map(keepTimes);
    return ofClass.map((unit) => {
      const row = stations.findIndex(({ id }) => id === unit.start_id);
      const station = stations[row] ?? null;
      const { router, why } = times[row] ?? noTimes;
      const drives = settled[row] ?? keepTimes(noTimes);
      return chooseForUnit(
        { unit, vehicle, station, plan: classPlan, router, whyNoTime: why, ...drives },
        parameters,
      );
    });
  });
  return (await Promise.all(byClass)).flat();
}
