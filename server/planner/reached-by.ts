// Which engines come up to a water point as things are: past what is closed now, and at that minute of the day.

import type { EdgePoint } from '../../geo/graph/locate.ts';
import { canDriveTo } from '../../geo/graph/reachable.ts';
import { classAt, type CityGraph } from './city-graph.ts';
import type { WaterPoint } from './find-water.ts';

type ComesTo = (access: EdgePoint) => boolean;

const always: ComesTo = () => true;
const never: ComesTo = () => false;

/** For one door's list of waters: the classes are looked up once. */
export function reachesAt(
  city: CityGraph,
  minute: number | null,
): (water: Pick<WaterPoint, 'access' | 'reachedBy'>) => string[] {
  const byClass = new Map<string, ComesTo>();
  return ({ access, reachedBy }) =>
    reachedBy.filter((code) => {
      const comesTo = byClass.get(code) ?? lookUp(city, code, minute);
      byClass.set(code, comesTo);
      return comesTo(access);
    });
}

function lookUp(city: CityGraph, code: string, minute: number | null): ComesTo {
  const onGraph = classAt(city, code, minute);
  if (!onGraph) return never;
  const { byClass } = city.graph.conditions;
  // Nothing is closed to it: the city's own list holds.
  const isAsEver = onGraph === city.classes.get(code) && !byClass.get(code)?.impassable.size;
  if (isAsEver) return always;
  const reached = { vehicle: onGraph.vehicle, ...onGraph.reach.stated };
  return (access) => canDriveTo(city.graph, reached, access);
}
