// The OSRM of one vehicle class behind its circuit breaker.

import { CircuitState, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import { createOsrmClient, type OsrmClient } from './client.ts';
import { OsrmFailure } from './transport.ts';

export type Router = {
  url: string;
  /** Runs a request unless the breaker is open; throws what the client throws, or BrokenCircuitError. */
  run: <T>(request: (client: OsrmClient) => Promise<T>) => Promise<T>;
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
const halfOpenAfterMillis = 2_000;

export function openRouter({ url, timeoutMillis, isAlive, onChange }: RouterOptions): Router {
  const client = createOsrmClient({ url, timeoutMillis });
  // A refused or impossible request says nothing about OSRM's health.
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof OsrmFailure),
    { halfOpenAfter: halfOpenAfterMillis, breaker: new ConsecutiveBreaker(failuresToOpen) },
  );
  let lastAnswered = isAlive;

  function note(answered: boolean, why: string): void {
    if (lastAnswered === answered) return;
    lastAnswered = answered;
    onChange(answered ? 'osrm' : 'graph', why);
  }

  return {
    url,
    async run(request) {
      try {
        const answer = await breaker.execute(() => request(client));
        note(true, 'OSRM answers');
        return answer;
      } catch (error) {
        if (error instanceof OsrmFailure) note(false, error.message);
        throw error;
      }
    },
    state: () => (lastAnswered && breaker.state !== CircuitState.Open ? 'osrm' : 'graph'),
    close: () => client.close(),
  };
}
