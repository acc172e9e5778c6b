import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const lookMilliseconds = 20;

/**
 * Takes no new request, and waits until those begun are answered, at most that long: what answers them has to
 * stay whole until then. The connections that are left are cut.
 */
export async function drain(server: Server, mostMilliseconds: number): Promise<void> {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  // A connection that was answering when the server closed stays open for the next request.
  const timer = setInterval(() => server.closeIdleConnections(), lookMilliseconds);
  await Promise.race([closed, wait(mostMilliseconds, undefined, { ref: false })]);
  clearInterval(timer);
  server.closeAllConnections();
}
