import type { Logger } from 'pino';
import type { TableChange } from '../data-changes/changes.ts';
import { RequestError } from '../errors.ts';
import type { CityClosure, ClosedRoads } from '../planner/close-city.ts';
import type { PairRoad, SeenSpeed } from '../planner/slow-city.ts';
import { tooLate, within } from '../within.ts';
import { keepGraph } from './graph-keeper.ts';
import type { Patience } from './graph-thread.ts';
import type { GraphStatus } from './graph-status.ts';
import type { GraphCalls } from './graph-calls.ts';

type Asked = Exclude<keyof GraphCalls, 'load' | 'renew' | 'close' | 'slow'>;

/** What the graph says, or why nobody waits for it any longer. */
export type GraphAnswer<Name extends Asked> =
  | { kind: 'answer'; output: GraphCalls[Name]['output'] }
  | { kind: 'away'; why: 'loading' | 'late' | 'failed' };

export type RoadGraphClient = {
  call<Name extends Asked>(
    name: Name,
    input: GraphCalls[Name]['input'],
  ): Promise<GraphCalls[Name]['output']>;
  /** The same, but never later than `millis`, and a graph that is away is a value. */
  ask<Name extends Asked>(
    name: Name,
    input: GraphCalls[Name]['input'],
    millis: number,
  ): Promise<GraphAnswer<Name>>;
  /** Loads the city anew; the old graph answers until the new one stands. */
  reload(): Promise<GraphStatus>;
  /** Only what these changes touch, where that is enough. */
  follow(changes: TableChange[]): Promise<GraphStatus>;
  status(): GraphStatus | null;
  /** These closures from now on, also when it is loaded anew; what they close, null while no city is loaded. */
  closeRoads(closures: CityClosure[]): Promise<ClosedRoads | null>;
  /** This traffic from now on, likewise; the roads that it is seen on. */
  slowRoads(traffic: SeenSpeed[]): Promise<(PairRoad | null)[]>;
  /** Calls `listener` after each load. */
  onLoaded(listener: () => void): void;
  close(): Promise<void>;
};

/** A call made while the city is being loaded waits so long for it: at the start, or after a crash. */
const patienceMillis = 1_000;
/** No call takes a tenth of it on a city of a million houses; loading one takes seconds. */
const stuckAfter: Patience = { callMillis: 3_000, loadMillis: 180_000 };

/** Starts the graph; a thread that dies or is stuck is replaced by one that loads the city again. */
export function startRoadGraph(
  databaseUrl: string,
  log: Logger,
  patience: Patience = stuckAfter,
): RoadGraphClient {
  const keeper = keepGraph(databaseUrl, log, patience);
  return {
    call: async (name, input) => {
      const thread = await keeper.untilLoaded(patienceMillis);
      if (thread) return thread.send(name, input);
      throw new RequestError(503, 'graph-loading', 'The road graph is still loading; try again');
    },
    ask: async (name, input, millis) => {
      const started = performance.now();
      const thread = await keeper.untilLoaded(millis);
      if (!thread) return { kind: 'away', why: 'loading' };
      const left = millis - (performance.now() - started);
      if (left <= 0) return { kind: 'away', why: 'late' };
      try {
        const output = await within(thread.send(name, input, left), left);
        return output === tooLate ? { kind: 'away', why: 'late' } : { kind: 'answer', output };
      } catch (error) {
        log.error({ err: error, call: name }, 'the road graph failed at a call');
        return { kind: 'away', why: 'failed' };
      }
    },
    reload: keeper.reload,
    follow: keeper.follow,
    status: keeper.status,
    closeRoads: keeper.closeRoads,
    slowRoads: keeper.slowRoads,
    onLoaded: keeper.onLoaded,
    close: keeper.close,
  };
}
