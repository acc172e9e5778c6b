import { isMeasuredDry } from '../../geo/measured-dry.ts';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import type { WaterInReach } from '../../server/response/water-schema.ts';

export type WaterPoint = WaterInReach['points'][number];

/** One water point with its hose path from where the unit stops and from the door. */
export type WaterRow = {
  point: WaterPoint;
  fromStopMeters: number | null;
  fromDoorMeters: number | null;
};

export type WaterShown = {
  status: WaterInReach['status'];
  reachMeters: number;
  /** Nothing is known yet from where the unit stops: all of it is reached from the door. */
  isUnasked: boolean;
  usable: WaterRow[];
  /** Further usable ones that only the door reaches sooner. */
  usableFromDoor: WaterRow[];
  unverified: WaterRow[];
};

/** The water around a unit's stop point, nearest first, then what only the door reaches. */
export function waterShown(
  destination: ResponseResult['destination'],
  unit: UnitResponse | null,
): WaterShown {
  const door = destination.water;
  const stop = unit?.water ?? null;
  const all = mergeRows(stop?.points ?? [], door.points);
  const usable = all.slice(0, mostShown);
  const status = usable.length > 0 ? 'found' : (stop?.status ?? door.status);
  return {
    status,
    reachMeters: (stop ?? door).reachMeters,
    isUnasked: isWaterUnasked(destination, unit),
    usable,
    usableFromDoor: all.slice(mostShown),
    unverified: mergeRows(stop?.unverified ?? [], door.unverified).slice(0, mostShown),
  };
}

/** Only the first units of an answer come with their water; of the others it is asked when they are shown. */
export function isWaterUnasked(
  { water }: ResponseResult['destination'],
  unit: UnitResponse | null,
): boolean {
  return Boolean(unit?.stop) && unit?.water === null && water.status !== 'not-planned';
}

/** What a hose would be laid to: the nearest that was not measured dry. */
export function nearestWater({ usable, usableFromDoor }: WaterShown): WaterRow | null {
  return [...usable, ...usableFromDoor].find(({ point }) => !isMeasuredDry(point)) ?? null;
}

/** Why there is no usable water to list. */
export function emptyStatus(
  status: WaterInReach['status'],
): 'none-in-register' | 'none-in-reach' | 'not-planned' {
  return status === 'found' ? 'none-in-reach' : status;
}

const mostShown = 3;

function mergeRows(fromStop: WaterPoint[], fromDoor: WaterPoint[]): WaterRow[] {
  const rows = new Map<string, WaterRow>();
  for (const point of fromStop)
    rows.set(point.id, { point, fromStopMeters: point.hoseMeters, fromDoorMeters: null });
  for (const point of fromDoor) {
    const row = rows.get(point.id);
    if (row) row.fromDoorMeters = point.hoseMeters;
    else rows.set(point.id, { point, fromStopMeters: null, fromDoorMeters: point.hoseMeters });
  }
  return [...rows.values()];
}
