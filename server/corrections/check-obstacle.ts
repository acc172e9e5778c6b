// Whether an obstacle says what its kind needs: where it stands, how high or wide it leaves the way.

import type { Database } from '../../sql/pool.ts';
import { RequestError } from '../errors.ts';
import {
  findObstacleKind,
  hasBarrierBeside,
  metersFromRoad,
  type ObstacleKind,
} from './check-queries.ts';
import type { ObstacleValue } from './schema.ts';

/** Further away it stands on another road. */
const maxMeters = 30;

/** Throws a RequestError that says what to mend. */
export async function checkObstacle(
  client: Database,
  value: ObstacleValue,
  { rowId, label }: { rowId: number; label: string },
): Promise<void> {
  const kind = await findObstacleKind(client, value.kind);
  const wrong = kind
    ? findFault(value, kind)
    : `there is no kind ${value.kind}; GET /api/roads/obstacle-kinds lists them`;
  if (wrong !== null) throw new RequestError(422, 'bad-obstacle', `value: ${wrong}`);
  const { lon, lat } = value;
  if (lon === undefined || lat === undefined) return;
  const meters = Math.round(await metersFromRoad(client, rowId, { lon, lat }));
  if (meters > maxMeters)
    throw new RequestError(
      422,
      'obstacle-too-far',
      `value: the point is ${meters} m from ${label}; an obstacle is at most ${maxMeters} m from its road (are lon and lat swapped?)`,
      { details: { meters, maxMeters } },
    );
  if (kind?.takesAway !== true) return;
  const { family } = kind;
  if (!(await hasBarrierBeside(client, rowId, { lon, lat, family })))
    throw new RequestError(
      422,
      'nothing-to-take-away',
      `value: the map has no barrier on ${label} beside that point that ${value.kind} would take away`,
    );
}

function findFault(
  { kind, lon, clearMeters, from }: ObstacleValue,
  { place, limits, hasHours }: ObstacleKind,
): string | null {
  if (place === 'point' && lon === undefined)
    return `a ${kind} stands at a point: give lon and lat`;
  if (place === 'way' && lon !== undefined)
    return `a ${kind} fills the whole way: leave out lon and lat`;
  if (limits !== '' && clearMeters === undefined)
    return `give clearMeters, the clear ${limits} at the ${kind}`;
  if (limits === '' && clearMeters !== undefined) return `a ${kind} has no clearMeters`;
  if (!hasHours && from !== undefined) return `a ${kind} is there all day: leave out from and to`;
  return null;
}
