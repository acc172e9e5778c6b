// Drives of vehicles of others to where an engine of their size stops: asked for together with those of own units
// where a class has one place to stop, because a second table costs most of a first one.

import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { ClassPlan, PlannedStop } from '../planner/door-plan.ts';
import type { Parameters, VehicleClass } from '../planner/settings.ts';
import { namePlace } from '../planner/station-trees.ts';
import {
  askRouter,
  type DriveSources,
  type DriveTimes,
  type Station,
} from '../response/drive-times.ts';
import { timeWithoutRoads } from '../response/fallback/without-roads.ts';
import { settleTimes } from '../response/settle-times.ts';
import type { TimedBy } from './mobilised-offers.ts';
import type { MobilisedRow } from './queries.ts';
import type { Stand } from './stand-of-class.ts';

/** More of a kind than these are never mobilised for one incident. */
export const mostOfKind = 6;

export type TimedDrive = {
  router: TimedBy['router'];
  seconds: number | null;
  /** Who knows the roads said so, also that there is no way. */
  isKnown: boolean;
  /** The road graph was not asked, or did not say in time, whether it decides. */
  isUnchecked: boolean;
};

export type MobilisedDrives = {
  /** Those of a class that are timed: who was sent already, and of each kind those that can be had and are likely to be there soonest. */
  nearOf: (vehicleClass: string) => MobilisedRow[];
  /** To be called in the moment in which own units of the class are timed to the stops of its plan. */
  timeAhead: (sources: DriveSources, vehicle: VehicleClass, plan: StopsOfClass) => void;
  /** One entry for each of `nearOf`. */
  timeTo: (sources: DriveSources, vehicle: VehicleClass, stand: Stand) => Promise<TimedDrive[]>;
};

type StopsOfClass = Pick<ClassPlan, 'stops' | 'told'>;
/** Seconds by row. */
type Told = (number | undefined)[];

type DrivesScene = { door: Position; withIds?: readonly string[]; parameters: Parameters };

/** `ofClass`: all that may be of use, by the class as which they drive. */
export function createMobilisedDrives(
  ofClass: ReadonlyMap<string, MobilisedRow[]>,
  scene: DrivesScene,
): MobilisedDrives {
  const soonest = takeSoonest([...ofClass.values()].flat(), scene);
  const near = new Map(
    [...ofClass].map(([code, rows]) => [code, soonest.filter((row) => rows.includes(row))]),
  );
  const nearOf = (code: string) => near.get(code) ?? [];
  /** By class and stop; null where the router does not know the stop, or did not answer. */
  const ahead = new Map<string, Promise<[PromiseSettledResult<TimedDrive[] | null>]>>();
  return {
    nearOf,
    timeAhead(sources, vehicle, { stops, told }) {
      const rows = nearOf(vehicle.code);
      if (rows.length === 0) return;
      for (const [index, stop] of stops.entries()) {
        // Against the traffic only our own are sent.
        if (stop.contraflow) continue;
        const seconds = rows.map((row) => told.get(namePlace(startOf(row)))?.[index]);
        // Of more than one stop, who is timed first decides which it is.
        if (stops.length > 1 && seconds.includes(undefined)) continue;
        // An error is for who asks for them; perhaps nobody does.
        const timing = Promise.allSettled([timeUntold(sources, vehicle, { rows, stop, seconds })]);
        ahead.set(keyOf(vehicle, stop), timing);
      }
    },
    async timeTo(sources, vehicle, stand) {
      const { stop } = stand;
      const [timed] = (stop && (await ahead.get(keyOf(vehicle, stop)))) ?? [];
      if (timed?.status === 'rejected') throw timed.reason;
      return timed?.value ?? timeDrivesTo(sources, vehicle, { rows: nearOf(vehicle.code), stand });
    },
  };
}

function keyOf({ code }: VehicleClass, { at: { edge, metersAlong } }: PlannedStop): string {
  return `${code} ${edge} ${metersAlong}`;
}

/** Who was sent already drives there, however far it has come and whatever its owner said since. */
function takeSoonest(
  rows: MobilisedRow[],
  { door, withIds = [], parameters }: DrivesScene,
): MobilisedRow[] {
  const isSent = ({ vehicle_id: id }: MobilisedRow) => withIds.includes(id);
  // Nobody has timed them yet.
  const secondsPerMeter =
    (3.6 * parameters.number('straight_detour')) / parameters.number('straight_speed');
  const soonest = rows
    .filter((row) => row.status === 'available' && !isSent(row))
    .map((row) => ({
      row,
      seconds: 60 * row.call_out_min + metersBetween(startOf(row), door) * secondsPerMeter,
    }))
    .toSorted((a, b) => a.seconds - b.seconds)
    .map(({ row }) => row);
  const ofKinds = [...Map.groupBy(soonest, ({ kind }) => kind).values()];
  return [...rows.filter(isSent), ...ofKinds.flatMap((ofKind) => ofKind.slice(0, mostOfKind))];
}

/** The router is asked for those whose seconds no tree told (`undefined`). */
async function timeUntold(
  sources: DriveSources,
  vehicle: VehicleClass,
  { rows, stop, seconds }: { rows: MobilisedRow[]; stop: PlannedStop; seconds: Told },
): Promise<TimedDrive[] | null> {
  const left = rows.filter((_, index) => seconds[index] === undefined);
  const routed = left.length > 0 ? await timeByRouter(sources, vehicle, { rows: left, stop }) : [];
  if (!routed) return null;
  return rows.map((row, index): TimedDrive => {
    const told = seconds[index];
    if (told === undefined) return routed[left.indexOf(row)]!;
    return { router: 'graph', seconds: told, isKnown: true, isUnchecked: false };
  });
}

async function timeByRouter(
  sources: DriveSources,
  vehicle: VehicleClass,
  { rows, stop }: { rows: MobilisedRow[]; stop: PlannedStop },
): Promise<TimedDrive[] | null> {
  // As own units ask, so that both are one column of one table.
  const snapMaxMeters = sources.parameters.number('stop_snap_max');
  const table = await askRouter(sources, vehicle.code, {
    sources: listSources(sources, rows),
    destinations: [{ position: stop.point, snapMaxMeters }],
  });
  if (!table?.isDestinationOnMap[0]) return null;
  const routed = table.durations.map(([seconds = null]) => seconds);
  return settleDrives(sources, vehicle, { rows, stop, routed });
}

/**
 * By the router, and by the road graph where that decides (`settleTimes`); where the router is away by a straight
 * line on this side of the river.
 */
async function timeDrivesTo(
  sources: DriveSources,
  vehicle: VehicleClass,
  { rows, stand: { to, stop } }: { rows: MobilisedRow[]; stand: Stand },
): Promise<TimedDrive[]> {
  if (rows.length === 0) return [];
  const table = await askRouter(sources, vehicle.code, {
    sources: listSources(sources, rows),
    destinations: [{ position: to }],
  });
  if (table) {
    const routed = table.durations.map(([seconds = null]) => seconds);
    if (stop) return settleDrives(sources, vehicle, { rows, stop, routed });
    return routed.map((seconds, row) => ({
      router: 'osrm',
      seconds,
      isKnown: !table.isPartlyClosed[row]![0],
      // The road graph is away, or lets no unit stop anywhere: it was not asked.
      isUnchecked: true,
    }));
  }
  const stations = rows.map((row, index): Station => ({
    id: noStation - index,
    start: startOf(row),
  }));
  const ends = { stops: [to], door: to };
  const lines = await timeWithoutRoads(sources, vehicle, { stations, ...ends });
  return lines.map(({ seconds: [seconds = null] }) => ({
    router: 'straight-line',
    seconds,
    isKnown: false,
    isUnchecked: false,
  }));
}

function listSources({ parameters }: DriveSources, rows: MobilisedRow[]) {
  const snapMaxMeters = parameters.number('station_snap_max');
  return rows.map((row) => ({ position: startOf(row), snapMaxMeters }));
}

/** Always asked: the road graph alone knows whether the road on which one of them starts is closed or to be avoided further on. */
async function settleDrives(
  sources: DriveSources,
  vehicle: VehicleClass,
  { rows, stop, routed }: { rows: MobilisedRow[]; stop: PlannedStop; routed: (number | null)[] },
): Promise<TimedDrive[]> {
  const settled = await settleTimes(sources, vehicle.code, {
    stations: [],
    places: rows.map(startOf),
    stops: [stop],
    times: routed.map((seconds): DriveTimes => ({ router: 'osrm', seconds: [seconds], why: null })),
  });
  return settled.map(({ seconds: [seconds = null], settled: byGraph, isUnchecked }) => ({
    router: byGraph.has(0) ? 'graph' : 'osrm',
    seconds,
    // A router closes all of the road that the stop lies on; the graph says nothing of a start off its roads.
    isKnown: !isUnchecked && (byGraph.has(0) || !stop.isClosedFurtherOn),
    isUnchecked,
  }));
}

/** No station has this id, nor a unit that is under way: nobody has prepared times for the places of others. */
const noStation = -(2 ** 50);

function startOf({ lon, lat }: MobilisedRow): Position {
  return [lon, lat];
}
