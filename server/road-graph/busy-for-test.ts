import type { HoseStart } from '../planner/find-water.ts';
import type { RoadGraphClient } from './road-graph.ts';

/** One place, so many times over: quickly sent, and long at work. */
function repeat(times: number): HoseStart[] {
  const place = { node: 0 };
  return Array.from({ length: times }, () => place);
}

const tried = 25_000;
/** The first times it is compiled, and others may take the processor meanwhile: the shortest counts. */
const rounds = 4;

/** Work for the graph's thread that takes it at least so long on this machine. */
export async function findLongWork(graph: RoadGraphClient, millis: number): Promise<HoseStart[]> {
  let shortest = Infinity;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await graph.call('water', repeat(tried));
    shortest = Math.min(shortest, performance.now() - started);
  }
  return repeat(Math.ceil((tried * millis) / shortest));
}
