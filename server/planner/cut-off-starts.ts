// Units on the road where no station of theirs can drive to: beyond a closed bridge, or in a market that is held. What a
// class reaches is found once, from its stations; for these it is found anew, for one answer, and planned for apart, so
// that their stops push out none of those that the others reach.

import { findReachable, firstNodes } from '../../geo/graph/reachable.ts';
import { underEachBelief, type CityGraph, type ClassOnGraph, type Reach } from './city-graph.ts';
import type { StartPlace } from './door-plan.ts';

/** The class as if it came from those starts alone, which are placed already; nothing where there are none, as nearly always. */
export function fromCutOffStarts(
  { graph }: Pick<CityGraph, 'graph'>,
  onGraph: ClassOnGraph,
  starts: StartPlace[],
): ClassOnGraph[] {
  const { vehicle, reach, stationStarts } = onGraph;
  const { access, reachable } = reach.stated;
  const cutOff = starts
    .flatMap(({ id }) => stationStarts.get(id) ?? [])
    .filter((start) =>
      firstNodes(graph, { vehicle, access }, start).some((node) => reachable[node] === 0),
    );
  if (cutOff.length === 0) return [];
  const fromThere = (each: Reach): Reach => ({
    access: each.access,
    reachable: findReachable(graph, { vehicle, access: each.access }, cutOff),
  });
  return [{ ...onGraph, isCutOff: true, reach: underEachBelief(reach, fromThere) }];
}
