// The best move-up that has a way now. The prepared drive times know of no closure: where one shuts
// roads to the class, the router is asked, and the road graph where that is away.

import type { ClosuresInForce } from '../closures/closures-in-force.ts';
import type { Routers } from '../osrm-client/routers.ts';
import type { Position } from '../../geo/position.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { startDeadline, type Deadline } from '../response/deadline.ts';
import { tooLate, within } from '../within.ts';
import { chooseMove, type PickedMove, type Way } from './choose-move.ts';
import type { MoveUp } from './find-uncovered.ts';

export type MoveServices = {
  routers: Pick<Routers, 'route'>;
  roadGraph: Pick<RoadGraphClient, 'ask'>;
  closures: Pick<ClosuresInForce, 'shuts' | 'crossedBy'>;
};

/** As which class the unit drives, by whose routing data, and between where. */
export type Move = { vehicleClass: string; profile: string; from: Position; to: Position };

const routeMillis = 400;
const graphMillis = 300;
/** For all of them: the count that they stand beside is waited for. */
const allMillis = 800;

export async function pickMove(
  services: MoveServices,
  moveUps: MoveUp[],
  moveOf: (moveUp: MoveUp) => Move,
): Promise<PickedMove | null> {
  const deadline = startDeadline(allMillis);
  return chooseMove(moveUps, {
    isHeldUp: (moveUp) => services.closures.shuts(moveOf(moveUp).vehicleClass),
    look: async (moveUp) =>
      deadline.left(1) > 0 ? findWay(services, moveOf(moveUp), deadline) : 'unknown',
  });
}

/** null: there is none. The road graph is asked for the way alone. */
async function findWay(
  { routers, roadGraph, closures }: MoveServices,
  { vehicleClass, profile, from, to }: Move,
  deadline: Deadline,
): Promise<Way> {
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
