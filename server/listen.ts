import { serve } from '@hono/node-server';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Config } from './config.ts';
import { createApp, listSecurityHeaders, tileRate, type Services } from './app.ts';
import { createRequestCounts } from './request-counts.ts';
import { createKeptTileAnswers } from './tiles/answer-kept-tile.ts';

/** Opens the port: tiles from memory are answered at once, everything else by the app. */
export async function listen(
  services: Services,
  { PORT: port, HOST: hostname }: Pick<Config, 'PORT' | 'HOST'>,
): Promise<Server> {
  const { log, tileCache, requestsPerMinute } = services;
  const rate = tileRate(requestsPerMinute);
  const requestCounts = createRequestCounts(rate.windowMs);
  const app = createApp(services, requestCounts);
  const fixedHeaders = await listSecurityHeaders();
  const answerKept = createKeptTileAnswers({ tileCache, requestCounts, rate, fixedHeaders });
  // Only the common way writes a line per request, and it does so for tiles when debugging.
  const isLogged = log.isLevelEnabled('debug');
  const withKeptTiles =
    (answerByApp: RequestListener): RequestListener =>
    (request, response) => {
      if (isLogged || !answerKept(request, response)) answerByApp(request, response);
    };
  const server = serve(
    {
      fetch: app.fetch,
      port,
      hostname,
      createServer: ((options: object, answerByApp: RequestListener) =>
        createServer(options, withKeptTiles(answerByApp))) as typeof createServer,
    },
    (address) => log.info({ host: hostname, port: address.port }, 'listening'),
  );
  return server as Server;
}
