import { createRoute, z } from '@hono/zod-openapi';
import type { Routers } from '../osrm-client/routers.ts';
import { newRoutes } from '../validate.ts';
import {
  enterClosure,
  listClosures,
  takeBackClosure,
  type ClosureServices,
} from './enter-closure.ts';
import { maxCurrent } from './closures-in-force.ts';
import { closureAnswer, closures, newClosure, withdrawal } from './schema.ts';

export type ClosuresServices = ClosureServices & { routers: Routers };

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

const listRoute = createRoute({
  method: 'get',
  path: '/',
  summary: 'Roads that are closed now, will be, or were; the newest first',
  request: {
    query: z.object({
      state: z.enum(['active', 'current', 'all']).default('current').openapi({
        description:
          '`active`: in force; `current`: in force or to come; `all`: withdrawn and past too',
      }),
      limit: z.coerce.number().int().min(1).max(maxCurrent).default(maxCurrent),
    }),
  },
  responses: {
    200: { description: 'Closures', content: { 'application/json': { schema: closures } } },
  },
});

const enterRoute = createRoute({
  method: 'post',
  path: '/',
  summary: 'Closes roads; answers when every new route obeys it',
  request: { body: { required: true, content: { 'application/json': { schema: newClosure } } } },
  responses: {
    201: {
      description: 'Drawn; `obeyedBy` says what gives the routes',
      content: { 'application/json': { schema: closureAnswer } },
    },
    422: { description: 'It closes no road' },
  },
});

const withdrawRoute = createRoute({
  method: 'delete',
  path: '/{id}',
  summary: 'Opens the roads again; the closure stays in the list of all',
  request: {
    params: z.object({ id }),
    body: { required: true, content: { 'application/json': { schema: withdrawal } } },
  },
  responses: {
    200: { description: 'Withdrawn', content: { 'application/json': { schema: closureAnswer } } },
    404: { description: 'No such closure' },
    409: { description: 'Withdrawn before' },
  },
});

export function closuresRoutes(services: ClosuresServices) {
  const { routers, closures: inForce } = services;
  return newRoutes()
    .openapi(listRoute, async (context) => {
      const all = await listClosures(services, context.req.valid('query'));
      return context.json({ total: all.length, closures: all }, 200);
    })
    .openapi(enterRoute, async (context) => {
      const { closure, segments } = await enterClosure(services, context.req.valid('json'));
      await inForce.untilObeyed();
      return context.json({ ...closure, obeyedBy: { segments, routers: routers.status() } }, 201);
    })
    .openapi(withdrawRoute, async (context) => {
      const { by } = context.req.valid('json');
      const closure = await takeBackClosure(services, context.req.valid('param').id, by);
      await inForce.untilObeyed();
      return context.json(
        { ...closure, obeyedBy: { segments: 0, routers: routers.status() } },
        200,
      );
    });
}
