// The best stop of units: one table for the classes that share routing data, settled where people know more of
// the roads than its map.

import type { Position } from '../../geo/position.ts';
import { mergeTables } from '../osrm-client/merge-tables.ts';
import type { ClassPlan, PlannedStop } from '../planner/door-plan.ts';
import type { ResponseSettings, VehicleClass } from '../planner/settings.ts';
import { chooseStop, type Choice } from '../planner/choose-stop.ts';
import { chooseForUnit, type UnitChoice } from './describe-unit.ts';
import {
  knowsClosures,
  timeDrives,
  type DriveSources,
  type DriveTimes,
  type Station,
} from './drive-times.ts';
import type { MobilisedDrives } from '../run-cards/mobilised-drives.ts';
import { nameStation } from '../planner/station-trees.ts';
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
  asked: Asked,
): Promise<StationTimes[]> {
  const times = await timeDrives(sources, vehicle, asked);
  return settle(sources, { vehicle, isUnsettled }, { ...asked, times });
}

async function settle(
  sources: DriveSources,
  { vehicle, isUnsettled }: { vehicle: VehicleClass; isUnsettled: boolean },
  { stations, stops, times }: Asked & { times: DriveTimes[] },
): Promise<StationTimes[]> {
  const settled =
    isUnsettled && stations.length > 0
      ? await settleTimes(sources, vehicle.code, { stations, stops, times })
      : times.map(keepTimes);
  return times.map(({ router, why }, row) => ({ router, why, ...settled[row]! }));
}

/** A router is asked for so many stations, which are those whose units may be among the first. */
const mostRouted = 4;

/** The stations from which units of one class come. */
type FromStations = {
  plan: ClassPlan;
  vehicle: VehicleClass;
  ofClass: UnitRow[];
  stations: Station[];
};

/** Seconds from a station to the soonest of the stops, as its tree says; null where it has none. */
function toldBy(
  { told }: ClassPlan,
  { id }: Station,
): { seconds: number[]; soonest: number } | null {
  const seconds = told.get(nameStation(id));
  return seconds ? { seconds, soonest: Math.min(...seconds) } : null;
}

/** Of the stations of all these classes; whoever is told to be further away need not be asked for. */
function findFurthestRouted(asked: FromStations[]): number {
  const soonest = new Map<number, number>();
  for (const { plan, stations } of asked)
    for (const station of stations) {
      const told = toldBy(plan, station)?.soonest ?? Infinity;
      soonest.set(station.id, Math.min(told, soonest.get(station.id) ?? Infinity));
    }
  return [...soonest.values()].toSorted((a, b) => a - b)[mostRouted - 1] ?? Infinity;
}

/** One entry per station: of those further away than the ones that the router is asked for, what their trees say. */
async function timeStations(
  sources: DriveSources,
  { plan, vehicle, stations }: FromStations,
  { door, furthestRouted }: { door: Position; furthestRouted: number },
): Promise<StationTimes[]> {
  const { stops } = plan;
  const further = new Map<Station, DriveTimes>();
  for (const station of stations) {
    const told = toldBy(plan, station);
    if (told && told.soonest > furthestRouted)
      further.set(station, { router: 'station-tree', seconds: told.seconds, why: null });
  }
  const near = stations.filter((station) => !further.has(station));
  const routed = await timeDrives(sources, vehicle, { stations: near, stops, door });
  const times = stations.map((station) => further.get(station) ?? routed[near.indexOf(station)]!);
  // Also of the further ones, which OSRM draws where its map knows their way as it is.
  return settle(
    sources,
    { vehicle, isUnsettled: plan.isUnsettled },
    { stations, stops, door, times },
  );
}

function listStations(
  plan: ClassPlan,
  units: UnitRow[],
  { classes }: Pick<ResponseSettings, 'classes'>,
): FromStations {
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
  return { plan, vehicle, ofClass, stations };
}

/** For those whose class is planned for, in no order; the classes share routing data. */
export async function chooseForAll(
  sources: DriveSources,
  { units, others }: { units: UnitRow[]; others: MobilisedDrives | null },
  { plans, door }: { plans: ClassPlan[]; door: Position },
  settings: ResponseSettings,
): Promise<UnitChoice[]> {
  const merged = withMergedTables(sources);
  const asked = plans.map((plan) => listStations(plan, units, settings));
  const furthestRouted = findFurthestRouted(asked);
  const byClass = asked.map(async (each) => {
    const { plan, vehicle, ofClass, stations } = each;
    others?.timeAhead(merged, vehicle, plan);
    const times = await timeStations(merged, each, { door, furthestRouted });
    return ofClass.map((unit) => {
      const row = stations.findIndex(({ id }) => id === unit.start_id);
      const station = stations[row] ?? null;
      const { why: whyNoTime, ...drives } = times[row] ?? noTimes;
      return chooseForUnit(
        { unit, vehicle, station, plan, whyNoTime, ...drives },
        settings.parameters,
      );
    });
  });
  return (await Promise.all(byClass)).flat();
}

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
    if (isUnchecked || !knowsClosures(router)) return [];
    return [[asked, chooseStop(stops, seconds, vehicle, sources.parameters)] as const];
  });
  return new Map((await Promise.all(chosen)).flat());
}
