// The best stop of units: one table for the classes that share routing data, settled where people know more of
// the roads than its map.

import type { Position } from '../../geo/position.ts';
import { mergeTables } from '../osrm-client/merge-tables.ts';
import type { ClassPlan, PlannedStop } from '../planner/door-plan.ts';
import type { ResponseSettings, VehicleClass } from '../planner/settings.ts';
import { chooseStop, type Choice } from '../planner/choose-stop.ts';
import { chooseForUnit, type UnitChoice } from './describe-unit.ts';
import { timeDrives, type DriveSources, type DriveTimes, type Station } from './drive-times.ts';
import type { MobilisedDrives } from '../run-cards/mobilised-drives.ts';
import { startAtStation, type UnitRow } from './queries.ts';
import { keepTimes, settleTimes, type SettledTimes } from './settle-times.ts';

type Asked = {
  stations: Station[];
  stops: PlannedStop[];
  /** Where they go in the end. */
  door: Position;
};

/** One station's seconds to each stop, who knew them, and where there are none, perhaps why. */
type StationTimes = SettledTimes & Pick<DriveTimes, 'router' | 'why'>;

const noTimes: StationTimes = {
  router: 'osrm',
  why: null,
  seconds: [],
  settled: new Set(),
  isUnchecked: false,
};

/** The sources, with tables that are asked for in the same moment asked for as one. */
function withMergedTables(sources: DriveSources): DriveSources {
  return { ...sources, routers: { ...sources.routers, table: mergeTables(sources.routers) } };
}

/** One entry per station. */
async function timeStops(
  sources: DriveSources,
  { vehicle, isUnsettled }: { vehicle: VehicleClass; isUnsettled: boolean },
  { stations, stops, door }: Asked,
): Promise<StationTimes[]> {
  const times = await timeDrives(sources, vehicle, { stations, stops, door });
  const settled = isUnsettled
    ? await settleTimes(sources, vehicle.code, { stations, stops, times })
    : times.map(keepTimes);
  return times.map(({ router, why }, row) => ({ router, why, ...settled[row]! }));
}

/** For those whose class is planned for, in no order. */
export async function chooseForAll(
  sources: DriveSources,
  { units, others }: { units: UnitRow[]; others: MobilisedDrives | null },
  { plans, door }: { plans: ClassPlan[]; door: Position },
  { classes, parameters }: ResponseSettings,
): Promise<UnitChoice[]> {
  const merged = withMergedTables(sources);
  const byClass = plans.map(async (plan) => {
    const vehicle = classes.find(({ code }) => code === plan.vehicleClass)!;
    const ofClass = units
      .filter(({ vehicle_class: code }) => code === vehicle.code)
      .map((unit) => {
        const isOffRoad = unit.start_id < 0 && !plan.starts.has(unit.start_id);
        return isOffRoad ? startAtStation(unit) : unit;
      });
    const stations = [...new Set(ofClass.map((unit) => unit.start_id))].flatMap((id) => {
      const start = plan.starts.get(id);
      const isClosedFurtherOn = plan.closedStarts.has(id);
      return start ? [{ id, start, isClosedFurtherOn }] : [];
    });
    const { stops, isUnsettled } = plan;
    others?.timeAhead(merged, vehicle, stops);
    const times = await timeStops(merged, { vehicle, isUnsettled }, { stations, stops, door });
    return ofClass.map((unit) => {
      const row = stations.findIndex(({ id }) => id === unit.start_id);
      const station = stations[row] ?? null;
      const { why: whyNoTime, ...drives } = times[row] ?? noTimes;
      return chooseForUnit({ unit, vehicle, station, plan, whyNoTime, ...drives }, parameters);
    });
  });
  return (await Promise.all(byClass)).flat();
}

/** Who knows the roads; others only guess. */
const byRoad: ReadonlySet<DriveTimes['router']> = new Set(['osrm', 'graph']);

/**
 * Where units would stop if every assumed alley width were too little; of those whose stop rests on one, null where
 * they would not get there, and nothing where nobody who knows the roads said in time.
 */
export async function chooseCertain(
  sources: DriveSources,
  choices: UnitChoice[],
  door: Position,
): Promise<Map<UnitChoice, Choice | null>> {
  const merged = withMergedTables(sources);
  const resting = choices.filter(({ choice }) => choice?.stop.assumedRoad);
  const chosen = resting.map(async (asked) => {
    const { station, certainStops: stops, vehicle } = asked;
    if (!station || stops.length === 0) return [[asked, null] as const];
    const [times] = await timeStops(merged, asked, { stations: [station], stops, door });
    const { seconds, router, isUnchecked } = times!;
    if (isUnchecked || !byRoad.has(router)) return [];
    return [[asked, chooseStop(stops, seconds, vehicle, sources.parameters)] as const];
  });
  return new Map((await Promise.all(chosen)).flat());
}
