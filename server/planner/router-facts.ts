// What a router's data were made of, and so whom they let through: its classes and barrier kinds may be
// older than those in force.

import type { RoadGraph } from '../../geo/graph/build-graph.ts';
import type { RoadBarrier } from '../../geo/graph/road.ts';
import {
  accessOf,
  findHindrance,
  type EdgeAccess,
  type Vehicle,
} from '../../geo/graph/vehicle-access.ts';
import type { ClassOnGraph } from './city-graph.ts';
import { cornerKind } from './stand-obstacles.ts';

type Measures = Pick<
  Vehicle,
  | 'widthMeters'
  | 'widthMarginMeters'
  | 'heightMeters'
  | 'heightMarginMeters'
  | 'weightTonnes'
  | 'footways'
  | 'turning'
>;

export type RouterFacts = {
  /** Of those that have routing data of their own. */
  classes: Record<string, Measures>;
  /** Kind "other" stands for every kind not listed. */
  barriers: Record<string, Pick<RoadBarrier, 'motor' | 'footways'>>;
  /** A bend of less was none. */
  cornerDegrees: number;
};

export type RouterKnowledge = {
  access: EdgeAccess;
  stops: (barrier: RoadBarrier) => boolean;
};

/** Whom the data of this class let through; as the class is now where nobody wrote down what they were made of. */
export function findRouterKnowledge(
  graph: RoadGraph,
  { vehicle, reach }: Pick<ClassOnGraph, 'vehicle' | 'reach'>,
  facts: RouterFacts | null,
): RouterKnowledge {
  const { access } = reach.stated;
  const measures = facts?.classes[vehicle.code];
  const then = { ...vehicle, ...measures };
  return {
    access: measures && isOther(measures, vehicle) ? accessThen(graph, then, access) : access,
    stops: (barrier) => findHindrance(asThen(barrier, facts), then) !== null,
  };
}

function isOther(measures: Measures, vehicle: Vehicle): boolean {
  const now: Vehicle = { ...vehicle, ...measures };
  return (Object.keys(measures) as (keyof Measures)[]).some(
    (what) => JSON.stringify(now[what]) !== JSON.stringify(vehicle[what]),
  );
}

/** With what is closed now, which a router hears of by itself. */
function accessThen({ roads, edgeRoad }: RoadGraph, vehicle: Vehicle, now: EdgeAccess): EdgeAccess {
  const byRoad = roads.map((road) => accessOf(road, vehicle, 'stated', null));
  return now.map((bits, edge) => {
    const then = byRoad[edgeRoad[edge]!]!;
    return then === 0 ? 0 : then | (bits & ~3);
  });
}

function asThen(barrier: RoadBarrier, facts: RouterFacts | null): RoadBarrier {
  if (!facts) return barrier;
  const { kind, corner, ...rest } = barrier;
  const does = kind === cornerKind ? undefined : (facts.barriers[kind] ?? facts.barriers['other']);
  const isSharp = corner && corner.degrees >= facts.cornerDegrees;
  return { ...rest, kind, ...does, ...(isSharp && { corner }) };
}
