// When vehicles of others are there: call-out, drive to where an engine of their size stops, and on foot.

import type { Position } from '../../geo/position.ts';
import type { VehicleClass } from '../planner/settings.ts';
import type { DriveSources } from '../response/drive-times.ts';
import { onJacks, unplannedStand } from './ladder-stand.ts';
import { mostOfKind, type MobilisedDrives } from './mobilised-drives.ts';
import type { TimedMobilised } from './mobilised-offers.ts';
import type { MobilisedRow } from './queries.ts';
import { findStand, type OwnStop } from './stand-of-class.ts';

type Scene = {
  own: OwnStop[];
  classes: VehicleClass[];
  door: Position;
  /** All that may be of use, by the class as which they drive. */
  ofClass: ReadonlyMap<string, MobilisedRow[]>;
  drives: MobilisedDrives;
};

export async function timeMobilised(
  sources: DriveSources,
  scene: Scene,
): Promise<TimedMobilised[]> {
  const timed = await Promise.all(
    [...scene.ofClass].map(async ([code, rows]) => {
      const vehicle = scene.classes.find((each) => each.code === code);
      if (!vehicle) return rows.map((row) => refused(row, { code: 'no-drive-time' }));
      return timeClass(sources, vehicle, { ...scene, rows });
    }),
  );
  return timed.flat();
}

async function timeClass(
  sources: DriveSources,
  vehicle: VehicleClass,
  { rows, drives, ...scene }: Scene & { rows: MobilisedRow[] },
): Promise<TimedMobilised[]> {
  const stand = findStand(vehicle, scene);
  const times = await drives.timeTo(sources, vehicle, stand);
  const near = drives.nearOf(vehicle.code);
  return [
    ...rows
      .filter((row) => !near.includes(row))
      .map((row) =>
        refused(
          row,
          row.status === 'available'
            ? { code: 'not-looked-at', lookedAt: mostOfKind }
            : { code: 'not-available', status: row.status },
        ),
      ),
    ...near.map((row, index): TimedMobilised => {
      const { router, seconds, isKnown, isUnchecked } = times[index]!;
      if (seconds === null)
        return refused(row, { code: isKnown ? 'unreachable' : 'no-drive-time' });
      const { stopOf, isOwnClass, isGroundKnown, ladder, walkingSeconds } = stand;
      const isLadder = row.kind === 'ladder';
      const working = isLadder ? setUpSecondsOf(vehicle, scene.classes) : 0;
      return {
        row,
        seconds: 60 * row.call_out_min + seconds + walkingSeconds + working,
        why: null,
        stand: ladder,
        timedBy: {
          router,
          stopOf,
          isOwnClass,
          isUnchecked,
          isGroundUnknown: isLadder && !isGroundKnown,
        },
      };
    }),
  ];
}

/** One that drives as a class without jacks is a ladder truck all the same. */
function setUpSecondsOf(vehicle: VehicleClass, classes: VehicleClass[]): number {
  return [vehicle, ...classes].find(onJacks)?.setUpSeconds ?? 0;
}

function refused(row: MobilisedRow, why: TimedMobilised['why']): TimedMobilised {
  return { row, seconds: null, why, stand: unplannedStand, timedBy: null };
}
