// Which engines come up to a water point as things are: past what is closed now, and at that minute of the day.

import { canDriveTo, type Reached } from '../../geo/graph/reachable.ts';
import { classAt, type CityGraph } from './city-graph.ts';
import type { WaterPoint } from './find-water.ts';

/** For one door's list of waters: the classes are looked up once. */
export function reachesAt(
  city: CityGraph,
  minute: number | null,
): (water: Pick<WaterPoint, 'access' | 'reachedBy'>) => string[] {
  const byClass = new Map<string, Reached | null>();
  const find = (code: string): Reached | null => {
    const onGraph = classAt(city, code, minute);
    return onGraph ? { vehicle: onGraph.vehicle, ...onGraph.reach.stated } : null;
  };
  return ({ access, reachedBy }) =>
    reachedBy.filter((code) => {
      const reached = byClass.get(code) ?? find(code);
      byClass.set(code, reached);
      return reached !== null && canDriveTo(city.graph, reached, access);
    });
}
