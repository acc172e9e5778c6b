import { createRoute, z } from '@hono/zod-openapi';
import { RequestError } from '../errors.ts';
import { newRoutes } from '../validate.ts';
import { enterTraffic, listTraffic, type TrafficServices } from './enter-traffic.ts';
import { readSpeedLines } from './read-speed-lines.ts';
import {
  maxSegments,
  newTraffic,
  sourceName,
  trafficKept,
  trafficNow,
  type NewTraffic,
} from './schema.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/',
  summary: 'How fast traffic moves now, the most slowed stretches first',
  request: {
    query: z.object({ limit: z.coerce.number().int().min(0).max(maxSegments).default(2_000) }),
  },
  responses: {
    200: { description: 'Traffic', content: { 'application/json': { schema: trafficNow } } },
  },
});

const enterRoute = createRoute({
  method: 'post',
  path: '/',
  summary: 'A feed tells how fast traffic moves; every new route counts with it',
  request: {
    query: z.object({
      source: sourceName.optional().openapi({ description: 'Who says so, beside a body of lines' }),
    }),
    body: {
      content: {
        'application/json': { schema: newTraffic },
        'text/csv': {
          schema: z.string().openapi({
            description: 'Lines `from,to,km/h` of OpenStreetMap nodes, as in OSRM’s speed files',
          }),
        },
      },
    },
  },
  responses: {
    200: {
      description: 'What was kept, and what was left out',
      content: { 'application/json': { schema: trafficKept } },
    },
    409: { description: 'Too many feeds' },
    415: { description: 'Neither JSON nor lines' },
  },
});

export function trafficRoutes(services: TrafficServices) {
  return newRoutes()
    .openapi(listRoute, async (context) =>
      context.json(await listTraffic(services, context.req.valid('query').limit), 200),
    )
    .openapi(enterRoute, async (context) => {
      const type = context.req.header('Content-Type') ?? '';
      if (/^application\/json\b/.test(type)) {
        // Its type is that of both bodies.
        const told = context.req.valid('json') as NewTraffic;
        return context.json(await enterTraffic(services, told), 200);
      }
      if (!/^text\/(csv|plain)\b/.test(type))
        throw new RequestError(
          415,
          'unknown-type',
          'Content-Type: send application/json, or text/csv with lines of from,to,km/h',
        );
      const { source } = context.req.valid('query');
      if (source === undefined)
        throw new RequestError(400, 'invalid-input', 'source: say in the query who says so');
      const segments = readSpeedLines(await context.req.text());
      return context.json(await enterTraffic(services, { source, segments }), 200);
    });
}
