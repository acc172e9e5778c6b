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

/** Each is one question, and a hint beside an answer is worth no more of them. */
const mostAsked = 8;
const routeMillis = 400;
const graphMillis = 300;
/** For all of them: the count that they stand beside is waited for. */
const allMillis = 800;

/** The first of them that has a way, as far as anybody knows; null for none. */
export async function pickMove(
  services: MoveServices,
  moveUps: MoveUp[],
  moveOf: (moveUp: MoveUp) => Move,
): Promise<MoveUp | null> {
  const deadline = startDeadline(allMillis);
  for (const moveUp of moveUps.slice(0, mostAsked)) {
    if (deadline.left(1) === 0) return null;
    const move = moveOf(moveUp);
    if (!services.closures.shuts(move.vehicleClass)) return moveUp;
    const way = await findWay(services, move, deadline);
    if (way) return { ...moveUp, driveSeconds: way.seconds };
  }
  return null;
}

/** null: none that anybody knows of. The road graph is asked for the way alone. */
async function findWay(
  { routers, roadGraph, closures }: MoveServices,
  { vehicleClass, profile, from, to }: Move,
  deadline: Deadline,
): Promise<{ seconds: number | null } | null> {
  const asked = routers.route(profile, { from, to, withNodes: true });
  const route = await within(asked, deadline.left(routeMillis));
  if (route !== tooLate && route.kind === 'no-route') return null;
  if (route !== tooLate && route.kind === 'route' && route.passed) {
    const isShut = closures.crossedBy(vehicleClass, route.passed).impassable.length > 0;
    return isShut ? null : { seconds: route.seconds };
  }
  const leg = { by: 'drive' as const, vehicleClass, from, to };
  const answer = await roadGraph.ask('measure', leg, deadline.left(graphMillis));
  return answer.kind === 'answer' && answer.output ? { seconds: null } : null;
}
