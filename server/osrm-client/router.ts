// The OSRM of one vehicle class behind its circuit breaker. An open one is closed by the probe, which
// a timer calls, and never by the breaker's own reading of the clock: a clock set back by an hour
// would leave it open for that hour.

import { CircuitState, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import type { Position } from '../../geo/position.ts';
import { createOsrmClient, type OsrmClient } from './client.ts';
import { OsrmFailure } from './transport.ts';

export type Router = {
  url: string;
  /** Runs a request unless the breaker is open; throws what the client throws, or BrokenCircuitError. */
  run: <T>(request: (client: OsrmClient) => Promise<T>) => Promise<T>;
  /** Runs what nobody waits for, with more patience; it says nothing of whether OSRM is well. */
  runAside: <T>(request: (client: OsrmClient) => Promise<T>) => Promise<T>;
  /** Asks for a sign of life, also past an open breaker, which a good answer closes; throws as `run`. */
  probe: () => Promise<unknown>;
  state: () => 'osrm' | 'graph';
  close: () => Promise<void>;
};

export type RouterOptions = {
  url: string;
  timeoutMillis: number;
  /** What to believe until the first answer. */
  isAlive: boolean;
  onChange: (router: 'osrm' | 'graph', why: string) => void;
};

const failuresToOpen = 3;
const asideMillis = 5_000;
/** Never by the clock. */
const halfOpenAfterMillis = Number.MAX_SAFE_INTEGER;
// Any place will do: OSRM finds the nearest road however far away.
const canary: Position = [105.85, 21.03];

function openBreaker() {
  return circuitBreaker(
    // A refused or impossible request says nothing about OSRM's health.
    handleWhen((error) => error instanceof OsrmFailure),
    { halfOpenAfter: halfOpenAfterMillis, breaker: new ConsecutiveBreaker(failuresToOpen) },
  );
}

export function openRouter({ url, timeoutMillis, isAlive, onChange }: RouterOptions): Router {
  const client = createOsrmClient({ url, timeoutMillis });
  const asideClient = createOsrmClient({ url, timeoutMillis: asideMillis });
  let breaker = openBreaker();
  let lastAnswered = isAlive;

  function note(answered: boolean, why: string): void {
    if (lastAnswered === answered) return;
    lastAnswered = answered;
    onChange(answered ? 'osrm' : 'graph', why);
  }

  async function noted<T>(request: () => Promise<T>): Promise<T> {
    try {
      const answer = await request();
      note(true, 'OSRM answers');
      return answer;
    } catch (error) {
      if (error instanceof OsrmFailure) note(false, error.message);
      throw error;
    }
  }

  return {
    url,
    run: (request) => noted(() => breaker.execute(() => request(client))),
    runAside: (request) => request(asideClient),
    async probe() {
      if (breaker.state === CircuitState.Closed)
        return noted(() => breaker.execute(() => client.nearest(canary)));
      const answer = await noted(() => client.nearest(canary));
      breaker = openBreaker();
      return answer;
    },
    state: () => (lastAnswered && breaker.state !== CircuitState.Open ? 'osrm' : 'graph'),
    close: async () => {
      await Promise.all([client.close(), asideClient.close()]);
    },
  };
}
