import { Search } from '../../geo/graph/search.ts';
import type { CityGraph } from './city-graph.ts';
import type { Growth } from './growth.ts';

/** Whether there was something to grow; a few junctions at a time. */
export function growForTest({ graph }: CityGraph, growth: Growth | null): boolean {
  if (!growth) return false;
  const search = new Search(graph);
  growth.begin(search);
  while (!search.proceed(3));
  growth.end(search);
  return true;
}
