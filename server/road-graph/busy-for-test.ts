import type { HoseStart } from '../planner/find-water.ts';
import type { RoadGraphClient } from './road-graph.ts';

/** One place, so many times over: quickly sent, and long at work. */
function repeat(times: number): HoseStart[] {
  const place = { node: 0 };
  return Array.from({ length: times }, () => place);
}

const tried = 100_000;

/** Work for the graph's thread that takes it about so long on this machine. */
export async function findLongWork(graph: RoadGraphClient, millis: number): Promise<HoseStart[]> {
  // The first time it is compiled.
  await graph.call('water', repeat(tried));
  const started = performance.now();
  await graph.call('water', repeat(tried));
  return repeat(Math.ceil((tried * millis) / (performance.now() - started)));
}
