// The turns of a drawn way that a class does not get round in one sweep, as an answer tells them.

import { findTightTurns, type SharpTurn } from '../../geo/graph/tight-turns.ts';
import type { Provenance } from '../../geo/graph/road.ts';
import type { CityGraph } from './city-graph.ts';

export type NamedTightTurn = {
  /** Which position of the line it is at. */
  index: number;
  /** To the right; below 0 to the left. */
  degrees: number;
  /** Of the road that is turned into. */
  roadName: string | null;
  /** Out of a roundabout. */
  isExit: boolean;
  /** Of the narrower of both roads; as wide as it may be where it is assumed. */
  widthMeters: number;
  provenance: Provenance;
  /** What that one would need. */
  neededMeters: number;
};

export function nameTightTurns(
  { graph, classes, settings }: Pick<CityGraph, 'graph' | 'classes' | 'settings'>,
  { vehicleClass, turns }: { vehicleClass: string; turns: SharpTurn[] },
): NamedTightTurn[] {
  const onGraph = classes.get(vehicleClass);
  if (!onGraph) return [];
  const minDegrees = settings.parameters.number('corner_angle_min');
  return findTightTurns(graph, onGraph.vehicle, { turns, minDegrees }).map((turn) => {
    const narrower = graph.roads[turn.narrower]!;
    return {
      index: turn.index,
      degrees: turn.degrees,
      roadName: graph.roads[turn.into]!.name,
      isExit: !!graph.roads[turn.from]!.isRoundabout && !graph.roads[turn.into]!.isRoundabout,
      widthMeters: Math.round(narrower.possibleWidthMeters * 100) / 100,
      provenance: narrower.widthProvenance,
      // Never rounded down to what there is.
      neededMeters: Math.ceil(turn.neededMeters * 100) / 100,
    };
  });
}
