// The best move-up that has a way now. The prepared drive times know of no closure: where one shuts
// roads to the class, the router is asked, and the road graph where that is away.

import type { ClosuresInForce } from '../closures/closures-in-force.ts';
import type { Routers } from '../osrm-client/routers.ts';
import type { Position } from '../../geo/position.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { startDeadline, type Deadline } from '../response/deadline.ts';
import { tooLate, within } from '../within.ts';
import type { MoveUp } from './find-uncovered.ts';

export type MoveServices = {
  routers: Pick<Routers, 'route'>;
  roadGraph: Pick<RoadGraphClient, 'ask'>;
  closures: Pick<ClosuresInForce, 'shuts' | 'crossedBy'>;
};

/** As which class the unit drives, by whose routing data, and between where. */
export type Move = { vehicleClass: string; profile: string; from: Position; to: Position };

/** Each is one question, and a hint beside an answer is worth no more of them: of the rest only those count whose class nothing holds up. */
const mostAsked = 8;
const routeMillis = 400;
const graphMillis = 300;
/** For all of them: the count that they stand beside is waited for. */
const allMillis = 800;

export type PickedMove = MoveUp & {
  /** Nobody said in time whether what is closed leaves it a way, nor how long that takes. */
  isUnchecked: boolean;
};

/**
 * The first of them that has a way. Where none is known to have one, the first of those asked about of which nobody said
 * in time that it has none; null where those are all shut off.
 */
export async function pickMove(
  services: MoveServices,
  moveUps: MoveUp[],
  moveOf: (moveUp: MoveUp) => Move,
): Promise<PickedMove | null> {
  const deadline = startDeadline(allMillis);
  const unknown: MoveUp[] = [];
  for (const [index, moveUp] of moveUps.entries()) {
    const move = moveOf(moveUp);
    if (!services.closures.shuts(move.vehicleClass)) return { ...moveUp, isUnchecked: false };
    if (index >= mostAsked) continue;
    const way = deadline.left(1) > 0 ? await findWay(services, move, deadline) : 'unknown';
    if (way === 'unknown') unknown.push(moveUp);
    else if (way) return { ...moveUp, driveSeconds: way.seconds, isUnchecked: false };
  }
  return unknown[0] ? { ...unknown[0], driveSeconds: null, isUnchecked: true } : null;
}

/** null: there is none. The road graph is asked for the way alone. */
async function findWay(
  { routers, roadGraph, closures }: MoveServices,
  { vehicleClass, profile, from, to }: Move,
  deadline: Deadline,
): Promise<{ seconds: number | null } | null | 'unknown'> {
  const asked = routers.route(profile, { from, to, withNodes: true });
  const route = await within(asked, deadline.left(routeMillis));
  if (route !== tooLate && route.kind === 'no-route') return null;
  if (route !== tooLate && route.kind === 'route' && route.passed) {
    const isShut = closures.crossedBy(vehicleClass, route.passed).impassable.length > 0;
    return isShut ? null : { seconds: route.seconds };
  }
  const leg = { by: 'drive' as const, vehicleClass, from, to };
  const answer = await roadGraph.ask('measure', leg, deadline.left(graphMillis));
  if (answer.kind === 'away') return 'unknown';
  return answer.output ? { seconds: null } : null;
}
