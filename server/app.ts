// The list of features, and what every request passes through.

import { getConnInfo } from '@hono/node-server/conninfo';
import { OpenAPIHono } from '@hono/zod-openapi';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { timeout } from 'hono/timeout';
import { rateLimiter } from 'hono-rate-limiter';
import type { Logger } from 'pino';
import { closuresRoutes, type ClosuresServices } from './closures/routes.ts';
import type { ContactsServices } from './contacts/list-contacts.ts';
import { contactsRoutes } from './contacts/routes.ts';
import { correctionsRoutes, type CorrectionsServices } from './corrections/routes.ts';
import { dataIssuesRoutes, type DataIssuesServices } from './data-issues/routes.ts';
import { docsRoutes } from './docs/routes.ts';
import { compressAnswers } from './compress-answers.ts';
import { answerError, RequestError } from './errors.ts';
import { healthRoutes, type HealthServices } from './health/routes.ts';
import { logRequests } from './log-requests.ts';
import type { MeasureServices } from './measure/measure.ts';
import { measureRoutes } from './measure/routes.ts';
import type { Databases } from './open-databases.ts';
import { createRequestCounts, type RequestCounts } from './request-counts.ts';
import { placesRoutes, type PlacesServices } from './places/routes.ts';
import type { ResponseServices } from './response/respond.ts';
import { responseRoutes } from './response/routes.ts';
import { roadsRoutes, type RoadsServices } from './roads/routes.ts';
import { tilesRoutes, type TileServices } from './tiles/routes.ts';
import type { TrafficServices } from './traffic/enter-traffic.ts';
import { trafficRoutes } from './traffic/routes.ts';
import { maxTrafficBytes } from './traffic/schema.ts';
import type { UncoveredServices } from './uncovered/assess-uncovered.ts';
import { uncoveredRoutes } from './uncovered/routes.ts';
import type { UnitsServices } from './units/report-units.ts';
import { positionsRoutes, unitsRoutes } from './units/routes.ts';
import { webRoutes } from './web-files.ts';
import { windRoutes } from './wind/routes.ts';
import type { WindServices } from './wind/wind.ts';

export type Services = ClosuresServices &
  ContactsServices &
  CorrectionsServices &
  DataIssuesServices &
  HealthServices &
  MeasureServices &
  PlacesServices &
  ResponseServices &
  RoadsServices &
  TileServices &
  TrafficServices &
  UncoveredServices &
  UnitsServices &
  WindServices &
  Databases & {
    log: Logger;
    /** The next answer that needs settings reads them anew. */
    forgetSettings: () => void;
    requestsPerMinute: number;
    /** Folder of the built web client. */
    webFolder: string;
  };

const maxBodyBytes = 64 * 1024;
const maxSeconds = 10;
const rateWindowMs = 60_000;
/** A map view asks for dozens of tiles at once; an address or a response is one request. */
const tilesPerRequest = 10;

export function tileRate(requestsPerMinute: number): { limit: number; windowMs: number } {
  return { limit: requestsPerMinute * tilesPerRequest, windowMs: rateWindowMs };
}

/** `tileCounts`: requests for tiles per client, for whoever answers some of them before this app. */
export function createApp(
  services: Services,
  tileCounts: RequestCounts = createRequestCounts(rateWindowMs),
) {
  const app = new OpenAPIHono();
  app.onError((error, context) => answerError(error, context, services.log));
  app.notFound((context) =>
    answerError(
      new RequestError(404, 'not-found', `There is nothing at ${context.req.path}`),
      context,
      services.log,
    ),
  );
  app.use(requestId(), logRequests(services.log), secureHeaders(securityHeaders));
  const apiRate = { limit: services.requestsPerMinute, windowMs: rateWindowMs };
  const apiCounts = createRequestCounts(rateWindowMs);
  app.use('/api/*', limitRate(apiRate, apiCounts), limitBody(), limitTime(), compressAnswers());
  app.use('/tiles/*', limitRate(tileRate(services.requestsPerMinute), tileCounts), limitTime());
  const answering = { ...services, database: services.answerDatabase };
  const routes = app
    .route('/api/health', healthRoutes(answering))
    .route('/api/places', placesRoutes(services))
    .route('/api/response', responseRoutes(answering))
    .route('/api/measure', measureRoutes(services))
    .route('/api/contacts', contactsRoutes(answering))
    .route('/api/uncovered', uncoveredRoutes(answering))
    .route('/api/positions', positionsRoutes(services))
    .route('/api/units', unitsRoutes(services))
    .route('/api/wind', windRoutes(services))
    .route('/api/closures', closuresRoutes(services))
    .route('/api/traffic', trafficRoutes(services))
    .route('/api/roads', roadsRoutes(services))
    .route('/api', correctionsRoutes(services))
    .route('/api', dataIssuesRoutes(services))
    .route('/tiles', tilesRoutes(services));
  app.route('/api', docsRoutes(app, services.version));
  app.route('/', webRoutes(services.webFolder));
  return routes;
}

export type App = ReturnType<typeof createApp>;

const securityHeaders = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    // React and MapLibre set styles of single elements; no style sheet comes in this way.
    styleSrcAttr: ["'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // Served over plain HTTP on loopback; whoever puts TLS before it sets this there.
  strictTransportSecurity: false,
  crossOriginEmbedderPolicy: false,
  referrerPolicy: 'same-origin',
};

/** The security headers of every answer, as names and values in turn. */
export async function listSecurityHeaders(): Promise<string[]> {
  const bare = new Hono()
    .use(secureHeaders(securityHeaders))
    .get('/', (context) => context.body(null));
  const { headers } = await bare.request('/');
  return [...headers].flat();
}

function limitRate(rate: { limit: number; windowMs: number }, counts: RequestCounts) {
  return rateLimiter({
    ...rate,
    store: {
      increment: (client: string) => {
        const { used, resetAt } = counts.count(client);
        return { totalHits: used, resetTime: new Date(resetAt) };
      },
      decrement: () => {},
      resetKey: () => {},
    },
    standardHeaders: 'draft-6',
    keyGenerator: (context: Context) => remoteAddress(context),
    handler: () => {
      throw new RequestError(429, 'too-many-requests', 'Too many requests; wait a minute');
    },
  });
}

/** Behind `app.request()`, as in tests, there is no connection. */
function remoteAddress(context: Context): string {
  return context.env ? (getConnInfo(context).remote.address ?? 'unknown') : 'in-process';
}

function limitBody(): MiddlewareHandler {
  const usual = limitBodyTo(maxBodyBytes);
  const feed = limitBodyTo(maxTrafficBytes);
  return (context, next) =>
    context.req.path === '/api/traffic' ? feed(context, next) : usual(context, next);
}

function limitBodyTo(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new RequestError(413, 'too-large', `The body is over ${maxSize} bytes`);
    },
  });
}

function limitTime() {
  return timeout(
    maxSeconds * 1_000,
    () => new RequestError(503, 'timeout', `No answer within ${maxSeconds} s`) as never,
  );
}
