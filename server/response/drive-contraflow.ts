// The way that a router drew, and on from there against the traffic to the stop. Pure.

import { lineMeters, metersBetween } from '../../geo/distance.ts';
import { bearingOf } from '../../geo/bearing.ts';
import { toLineString, type Position } from '../../geo/position.ts';
import type { PlannedStop } from '../planner/door-plan.ts';
import type { Contraflow } from '../planner/find-contraflow.ts';
import type { Drive } from './draw-drives.ts';
import { writeStretches } from './graph-steps.ts';

/** Unchanged where the unit comes with the traffic all the way. */
export function driveOn(drive: Drive, { point, contraflow }: PlannedStop): Drive {
  if (!contraflow) return drive;
  const { seconds, line } = contraflow;
  const drawn = (drive.geometry?.coordinates ?? []) as Position[];
  const meters = lineMeters(line);
  const [arrive] = drive.steps.slice(-1);
  return {
    ...drive,
    seconds: drive.seconds + seconds,
    meters: drive.meters === null ? null : drive.meters + meters,
    geometry: drive.geometry && toLineString([...drawn, ...line]),
    steps: arrive
      ? [
          ...drive.steps.slice(0, -1),
          ...writeSteps(contraflow, headingAtEnd(drawn) ?? bearingOf(line)),
          { ...arrive, lon: point[0], lat: point[1] },
        ]
      : drive.steps,
  };
}

/** With the metres to where it turns in, and the seconds that turning in takes, in the first of them. */
function writeSteps({ stretches, line, seconds }: Contraflow, heading: number): Drive['steps'] {
  const total = (what: 'meters' | 'seconds') =>
    stretches.reduce((sum, stretch) => sum + stretch[what], 0);
  const before = {
    meters: lineMeters(line) - total('meters'),
    seconds: seconds - total('seconds'),
  };
  return writeStretches(stretches, heading).map((step, index) => ({
    ...step,
    ...(index === 0 && {
      meters: step.meters + before.meters,
      seconds: step.seconds + before.seconds,
    }),
  }));
}

/** Nearer than this two positions give no direction: they are rounded. */
const directionMeters = 1;

/**
 * Whence the unit comes: of a road of both ways the place before the junction may be the one behind it, when it comes
 * from the other side.
 */
function headingAtEnd(drawn: Position[]): number | null {
  const end = drawn[drawn.length - 1];
  const before = end && drawn.findLast((each) => metersBetween(each, end) >= directionMeters);
  return before ? bearingOf([before, end]) : null;
}
