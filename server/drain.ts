import { Server as Listener } from 'node:net';
import type { Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const lookMilliseconds = 20;

/**
 * Answers a server is giving, from now on. `drain` takes no new connection, and waits until they are at their
 * clients, at most so long: what answers them has to stay whole until then. The connections that are left are cut.
 */
export function watchAnswers(server: Server): {
  drain: (mostMilliseconds: number) => Promise<void>;
} {
  const answering = new Set<ServerResponse>();
  let isEnding = false;
  // Before anybody answers.
  server.prependListener('request', (_request, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
    if (isEnding) closeAfter(response);
  });
  return {
    async drain(mostMilliseconds) {
      isEnding = true;
      // An HTTP server's own would cut answers that are still on their way.
      Listener.prototype.close.call(server);
      for (const response of answering) closeAfter(response);
      const end = performance.now() + mostMilliseconds;
      while (answering.size > 0 && performance.now() < end) await wait(lookMilliseconds);
      server.closeAllConnections();
    },
  };
}

/** Its connection takes no further request. */
function closeAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
