// When vehicles of others are there: call-out, drive to where an engine of their size stops, and on foot.

import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { VehicleClass } from '../planner/settings.ts';
import {
  askRouter,
  type DriveSources,
  type DriveTimes,
  type Station,
} from '../response/drive-times.ts';
import { timeWithoutRoads } from '../response/fallback/without-roads.ts';
import { settleTimes } from '../response/settle-times.ts';
import { capabilityOf, type TimedBy, type TimedMobilised } from './mobilised-offers.ts';
import type { MobilisedRow } from './queries.ts';
import { findStand, type OwnStop, type Stand } from './stand-of-class.ts';
import type { Capability } from './requirements.ts';

/** More of a kind than these are never mobilised for one incident. */
const mostOfKind = 6;

type Scene = {
  own: OwnStop[];
  classes: VehicleClass[];
  door: Position;
  wanted: ReadonlySet<Capability>;
};

export async function timeMobilised(
  sources: DriveSources,
  rows: MobilisedRow[],
  { own, classes, door, wanted }: Scene,
): Promise<TimedMobilised[]> {
  const useful = rows.filter(({ kind }) => wanted.has(capabilityOf(kind)));
  const byClass = Map.groupBy(useful, (row) => row.vehicle_class ?? classes[0]?.code ?? '');
  const timed = await Promise.all(
    [...byClass].map(async ([code, ofClass]) => {
      const vehicle = classes.find((each) => each.code === code);
      if (!vehicle) return ofClass.map((row) => refused(row, { code: 'no-drive-time' }));
      return timeClass(sources, vehicle, {
        rows: ofClass,
        stand: findStand(vehicle, { own, classes, door }),
      });
    }),
  );
  return timed.flat();
}

async function timeClass(
  sources: DriveSources,
  vehicle: VehicleClass,
  { rows, stand }: { rows: MobilisedRow[]; stand: Stand },
): Promise<TimedMobilised[]> {
  const available = rows.filter(({ status }) => status === 'available');
  const near = takeNearest(available, stand.to);
  const drives = await timeDrivesTo(sources, vehicle, { rows: near, stand });
  return [
    ...rows
      .filter(({ status }) => status !== 'available')
      .map((row) => refused(row, { code: 'not-available', status: row.status })),
    ...near.map((row, index): TimedMobilised => {
      const { router, seconds, isKnown } = drives[index]!;
      if (seconds === null)
        return refused(row, { code: isKnown ? 'unreachable' : 'no-drive-time' });
      const { stopOf, isOwnClass, standMeters, walkingSeconds } = stand;
      return {
        row,
        seconds: 60 * row.call_out_min + seconds + walkingSeconds,
        why: null,
        standMeters,
        timedBy: { router, stopOf, isOwnClass },
      };
    }),
  ];
}

type TimedDrive = {
  router: TimedBy['router'];
  seconds: number | null;
  /** Who knows the roads said so, also that there is no way. */
  isKnown: boolean;
};

/**
 * By the router, and by the road graph where that decides (`settleTimes`); where the router is away by a straight
 * line on this side of the river.
 */
async function timeDrivesTo(
  sources: DriveSources,
  vehicle: VehicleClass,
  { rows, stand }: { rows: MobilisedRow[]; stand: Stand },
): Promise<TimedDrive[]> {
  if (rows.length === 0) return [];
  const snapMaxMeters = sources.parameters.number('station_snap_max');
  const table = await askRouter(sources, vehicle.code, {
    sources: rows.map((row) => ({ position: startOf(row), snapMaxMeters })),
    destinations: [{ position: stand.to }],
  });
  if (table) {
    const routed = table.durations.map(([seconds = null]) => seconds);
    return settleDrives(sources, vehicle, { rows, stand, routed });
  }
  const stations = rows.map((row, index): Station => ({
    id: noStation - index,
    start: startOf(row),
  }));
  const ends = { stops: [stand.to], door: stand.to };
  const lines = await timeWithoutRoads(sources, vehicle, { stations, ...ends });
  return lines.map(({ seconds: [seconds = null] }) => ({
    router: 'straight-line',
    seconds,
    isKnown: false,
  }));
}

async function settleDrives(
  sources: DriveSources,
  vehicle: VehicleClass,
  { rows, stand, routed }: { rows: MobilisedRow[]; stand: Stand; routed: (number | null)[] },
): Promise<TimedDrive[]> {
  const { stop } = stand;
  // Always asked: it alone knows whether the road on which one of them starts is closed further on.
  if (!stop) return routed.map((seconds) => ({ router: 'osrm', seconds, isKnown: true }));
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
  }));
}

/** No station has this id, nor a unit that is under way: nobody has prepared times for the places of others. */
const noStation = -(2 ** 50);

function startOf({ lon, lat }: MobilisedRow): Position {
  return [lon, lat];
}

function refused(row: MobilisedRow, why: TimedMobilised['why']): TimedMobilised {
  return { row, seconds: null, why, standMeters: null, timedBy: null };
}

function takeNearest(rows: MobilisedRow[], to: Position): MobilisedRow[] {
  const nearest = rows
    .map((row) => ({ row, meters: metersBetween([row.lon, row.lat], to) }))
    .toSorted((a, b) => a.meters - b.meters)
    .map(({ row }) => row);
  return [...Map.groupBy(nearest, ({ kind }) => kind).values()].flatMap((ofKind) =>
    ofKind.slice(0, mostOfKind),
  );
}
