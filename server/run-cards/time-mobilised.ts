// When vehicles of others are there: call-out, drive to where an engine of their size stops, and on foot.

import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { VehicleClass } from '../planner/settings.ts';
import { askRouter, type DriveSources } from '../response/drive-times.ts';
import type { UnitResponse } from '../response/schema.ts';
import { capabilityOf, type TimedMobilised } from './mobilised-offers.ts';
import type { MobilisedRow } from './queries.ts';
import type { Capability } from './requirements.ts';

/** More of a kind than these are never mobilised for one incident. */
const mostOfKind = 6;

export async function timeMobilised(
  sources: DriveSources,
  rows: MobilisedRow[],
  {
    units,
    classes,
    wanted,
  }: { units: UnitResponse[]; classes: VehicleClass[]; wanted: ReadonlySet<Capability> },
): Promise<TimedMobilised[]> {
  const useful = rows.filter(({ kind }) => wanted.has(capabilityOf(kind)));
  const byClass = Map.groupBy(useful, (row) => row.vehicle_class ?? classes[0]?.code ?? '');
  const timed = await Promise.all(
    [...byClass].map(([code, ofClass]) => timeClass(sources, code, { rows: ofClass, units })),
  );
  return timed.flat();
}

async function timeClass(
  sources: DriveSources,
  code: string,
  { rows, units }: { rows: MobilisedRow[]; units: UnitResponse[] },
): Promise<TimedMobilised[]> {
  const leader = units.find((unit) => unit.vehicleClass === code && unit.stop !== null);
  const refused = rows.filter(({ status }) => status !== 'available');
  const known = refused.map((row): TimedMobilised => ({
    row,
    seconds: null,
    why: { code: 'not-available', status: row.status },
    standMeters: null,
  }));
  const available = rows.filter(({ status }) => status === 'available');
  const { stop, parts } = leader ?? {};
  if (!leader || !stop) return [...known, ...available.map(unknownTime)];
  const point: Position = [stop.lon, stop.lat];
  const near = takeNearest(available, point);
  const table =
    near.length === 0
      ? null
      : await askRouter(sources, code, {
          sources: near.map(({ lon, lat }): Position => [lon, lat]),
          destinations: [point],
        });
  const snapMaxMeters = sources.parameters.number('station_snap_max');
  const timed = near.map((row, index): TimedMobilised => {
    const drive =
      table && table.sourceSnapMeters[index]! <= snapMaxMeters ? table.durations[index]![0]! : null;
    if (table === null) return unknownTime(row);
    if (drive === null) return { ...unknownTime(row), why: { code: 'unreachable' } };
    const seconds = 60 * row.call_out_min + drive + (parts?.walking ?? 0);
    return { row, seconds, why: null, standMeters: leader.hose?.meters ?? null };
  });
  return [...known, ...timed];
}

function unknownTime(row: MobilisedRow): TimedMobilised {
  return { row, seconds: null, why: { code: 'no-drive-time' }, standMeters: null };
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
