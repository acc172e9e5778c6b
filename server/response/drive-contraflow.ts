// The way that a router drew, and on from there against the traffic to the stop. Pure.

import { lineMeters } from '../../geo/distance.ts';
import { toLineString, type Position } from '../../geo/position.ts';
import type { PlannedStop } from '../planner/door-plan.ts';
import type { Drive } from './draw-drives.ts';

/** Unchanged where the unit comes with the traffic all the way. */
export function driveOn(drive: Drive, { point, contraflow }: PlannedStop): Drive {
  if (!contraflow) return drive;
  const { seconds, line, roads } = contraflow;
  const drawn = drive.geometry?.coordinates ?? [];
  const meters = lineMeters(line);
  const [arrive] = drive.steps.slice(-1);
  const [lon, lat] = line[0]!;
  const against: Drive['steps'][0] = {
    code: 'contraflow',
    modifier: null,
    exit: null,
    roadName: roads[0]?.name ?? null,
    near: null,
    meters,
    seconds,
    lon,
    lat,
  };
  return {
    ...drive,
    seconds: drive.seconds + seconds,
    meters: drive.meters === null ? null : drive.meters + meters,
    geometry: drive.geometry && toLineString([...(drawn as Position[]), ...line]),
    steps: arrive
      ? [...drive.steps.slice(0, -1), against, { ...arrive, lon: point[0], lat: point[1] }]
      : drive.steps,
  };
}
