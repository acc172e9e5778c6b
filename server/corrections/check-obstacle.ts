// Whether an obstacle says what its kind needs: where it stands, how high or wide it leaves the way.

import type { Database } from '../../sql/pool.ts';
import { RequestError } from '../errors.ts';
import {
  findObstacleKind,
  findReportedInPlace,
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
  if (kind?.takesAway === true)
    await checkTakenAway(client, { ...kind, ...value, lon, lat }, { rowId, label });
}

async function checkTakenAway(
  client: Database,
  gone: { kind: string; family: string; lon: number; lat: number },
  { rowId, label }: { rowId: number; label: string },
): Promise<void> {
  if (!(await hasBarrierBeside(client, rowId, gone)))
    throw new RequestError(
      422,
      'nothing-to-take-away',
      `value: the map has no barrier on ${label} beside that point that ${gone.kind} would take away`,
    );
  const correction = await findReportedInPlace(client, rowId, gone);
  if (correction !== null)
    throw new RequestError(
      409,
      'still-reported',
      `value: correction ${correction} reports an obstacle on ${label} beside that point, which stands in place of the map's barrier; withdraw correction ${correction} first`,
      { details: { correction } },
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
