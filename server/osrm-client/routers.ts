// One OSRM per vehicle class, behind a policy that keeps a slow or dead one from holding up a
// dispatcher: a deadline per attempt, one retry of a broken connection, a circuit breaker per
// class. OSRM being away is a value (`unavailable`), upon which the caller uses the road graph.

import { BrokenCircuitError, ConstantBackoff, handleWhen, retry } from 'cockatiel';
import type { Match, OsrmClient, Route, RouteRequest, Table, TableRequest } from './client.ts';
import type { SeenPosition } from './match.ts';
import { openRouter, type Router } from './router.ts';
import { OsrmFailure, OsrmRejection } from './transport.ts';

export type Unavailable = {
  kind: 'unavailable';
  why:
    | 'no-router'
    | 'circuit-open'
    | 'timeout'
    | 'connection'
    | 'bad-answer'
    | 'rejected'
    | 'behind-conditions';
};

export type Routers = {
  table: (vehicleClass: string, request: TableRequest) => Promise<Table | Unavailable>;
  route: (vehicleClass: string, request: RouteRequest) => Promise<Route | Unavailable>;
  match: (vehicleClass: string, track: SeenPosition[]) => Promise<Match | Unavailable>;
  /** Uses other processes from now on; requests under way finish with the old ones. Resolves when the new ones were probed. */
  setUrls: (urls: Record<string, string>) => Promise<void>;
  /** What answers for each class right now; a class without a URL is not listed. */
  status: () => Record<string, 'osrm' | 'graph'>;
  /** Asks every OSRM for a sign of life; also runs by itself every `probeMillis`. */
  probe: () => Promise<void>;
  close: () => Promise<void>;
};

export type RoutersOptions = {
  urls: Record<string, string>;
  /** Deadline of one attempt. */
  timeoutMillis?: number;
  probeMillis?: number;
  /** Called when a class goes over from OSRM to the graph or back. */
  onChange?: (vehicleClass: string, router: 'osrm' | 'graph', why: string) => void;
};

// A deadline that passed is not retried: what is frozen stays so, and the dispatcher waits.
const retryConnection = retry(
  handleWhen((error) => error instanceof OsrmFailure && error.why === 'connection'),
  { maxAttempts: 1, backoff: new ConstantBackoff(0) },
);

/** Probes at once; until the first answer, `status` says `graph`. */
export function createRouters({
  urls,
  timeoutMillis = 400,
  probeMillis = 2_000,
  onChange = () => {},
}: RoutersOptions): Routers {
  let routers = new Map<string, Router>();

  /** Each attempt looks the router up anew, so that a retry meets the process that replaced a stopped one. */
  function run<T>(
    vehicleClass: string,
    request: (client: OsrmClient) => Promise<T>,
    how: 'run' | 'runAside' = 'run',
  ): Promise<T | Unavailable> {
    return asValue(() => {
      const router = routers.get(vehicleClass);
      if (!router) return Promise.resolve({ kind: 'unavailable', why: 'no-router' });
      return router[how](request);
    });
  }

  async function probe(): Promise<void> {
    await Promise.all([...routers.values()].map((router) => asValue(() => router.probe())));
  }

  async function setUrls(next: Record<string, string>): Promise<void> {
    const before = routers;
    routers = new Map<string, Router>();
    for (const [name, url] of Object.entries(next)) {
      const old = before.get(name);
      const isAlive = old?.state() === 'osrm';
      const report = onChange.bind(undefined, name);
      const router =
        old?.url === url ? old : openRouter({ url, timeoutMillis, isAlive, onChange: report });
      routers.set(name, router);
    }
    const kept = new Set(routers.values());
    const replaced = [...before.values()].filter((router) => !kept.has(router));
    await Promise.all([probe(), ...replaced.map((router) => router.close())]);
  }

  void setUrls(urls);
  const timer = setInterval(() => void probe(), probeMillis);
  timer.unref();

  return {
    table: (vehicleClass, request) => run(vehicleClass, (client) => client.table(request)),
    route: (vehicleClass, request) => run(vehicleClass, (client) => client.route(request)),
    match: (vehicleClass, track) => run(vehicleClass, (client) => client.match(track), 'runAside'),
    setUrls,
    status: () => Object.fromEntries([...routers].map(([name, router]) => [name, router.state()])),
    probe,
    async close() {
      clearInterval(timer);
      await setUrls({});
    },
  };
}

/** Retries a broken connection once and turns what OSRM failed at into a value. */
async function asValue<T>(attempt: () => Promise<T | Unavailable>): Promise<T | Unavailable> {
  try {
    return await retryConnection.execute(attempt);
  } catch (error) {
    if (error instanceof OsrmFailure) return { kind: 'unavailable', why: error.why };
    if (error instanceof OsrmRejection) return { kind: 'unavailable', why: 'rejected' };
    if (error instanceof BrokenCircuitError) return { kind: 'unavailable', why: 'circuit-open' };
    throw error;
  }
}
