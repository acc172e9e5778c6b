// On which side the goal lies where a unit arrives. Pure.

import type { Position } from '../../geo/position.ts';
import { metersBetween } from '../../geo/distance.ts';
import { sideOfDeparture, sideOfEnd, type Side } from '../../geo/side-of-way.ts';
import type { PlannedStop } from '../planner/door-plan.ts';
import type { Parameters } from '../planner/settings.ts';
import type { Drive } from './draw-drives.ts';
import type { Step } from './schema.ts';

/** Where the unit stops, and the house; `onFoot`: what the crew goes along from there, null where it stops at the door. */
export type Arrival = {
  point: Position;
  door: Position;
  onFoot: { line: Position[]; road: PlannedStop['blockedBy'] } | null;
};

export function arrivalAt(
  { point, reason, blockedBy, hoseMeters, line }: PlannedStop,
  door: Position,
  parameters: Parameters,
): Arrival {
  const isAtDoor =
    reason.code === 'at-door' ||
    (!blockedBy && hoseMeters <= parameters.number('door_frontage_max'));
  return { point, door, onFoot: isAtDoor ? null : { line, road: blockedBy } };
}

/** Nothing is told where it is not sure. */
export function tellGoal(drive: Drive, arrival: Arrival, parameters: Parameters): Drive {
  const arrive = drive.steps.at(-1);
  const goal = arrive?.code === 'arrive' ? findGoal(drive, arrival, parameters) : null;
  if (!arrive || !goal) return drive;
  return { ...drive, steps: [...drive.steps.slice(0, -1), { ...arrive, goal }] };
}

function findGoal(
  { geometry }: Drive,
  { point, door, onFoot }: Arrival,
  parameters: Parameters,
): Step['goal'] | null {
  const way = (geometry?.coordinates ?? []) as Position[];
  const rule = {
    minDegrees: parameters.number('goal_side_angle_min'),
    minMeters: parameters.number('goal_side_offset_min'),
    runMeters: parameters.number('goal_side_run'),
  };
  const end = way.at(-1);
  // A router may end its way beside the stop, on the other carriageway or in the next road.
  if (!end || metersBetween(end, point) > rule.minMeters) return null;
  if (!onFoot) return goalOn(sideOfEnd(way, door, rule), 'place', null);
  const { road } = onFoot;
  const named = road && { name: road.name, alleyLevel: road.alleyLevel };
  return goalOn(sideOfDeparture(way, onFoot.line, rule), 'way', named);
}

function goalOn(
  side: Side | null,
  kind: 'place' | 'way',
  road: NonNullable<Step['goal']>['road'],
): Step['goal'] | null {
  return side && { kind, side, road };
}
