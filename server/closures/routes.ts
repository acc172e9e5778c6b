import { createRoute, z } from '@hono/zod-openapi';
import type { Databases } from '../open-databases.ts';
import type { Routers } from '../osrm-client/routers.ts';
import { startDeadline } from '../response/deadline.ts';
import { newRoutes } from '../validate.ts';
import {
  enterClosure,
  listClosures,
  takeBackClosure,
  type ClosureServices,
} from './enter-closure.ts';
import { maxCurrent } from './closures-in-force.ts';
import { closureAnswer, closures, drawnClosure, newClosure, withdrawal } from './schema.ts';
import { keepStretches, listStretches, previewClosure } from './show-stretches.ts';
import { closurePreview, stretchesOfClosures } from './stretches-schema.ts';

export type ClosuresServices = ClosureServices &
  Pick<Databases, 'answerDatabase'> & { routers: Routers };

/** Whoever draws a closure is told so long after they sent it, though OSRM still follows. */
const obeyMillis = 1_800;

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

const stretchesRoute = createRoute({
  method: 'get',
  path: '/stretches',
  summary: 'Which roads the closures in force and to come close: lines, streets, metres, for whom',
  responses: {
    200: {
      description: 'By the closures of the list; `unknown` where the road graph cannot say now',
      content: { 'application/json': { schema: stretchesOfClosures } },
    },
  },
});

const previewRoute = createRoute({
  method: 'post',
  path: '/preview',
  summary: 'Which roads this would close, were it entered; nothing is entered',
  request: { body: { required: true, content: { 'application/json': { schema: drawnClosure } } } },
  responses: {
    200: {
      description:
        'Without `roads` it closes nothing, and would be refused; `unknown` where the road graph cannot say now: it may be entered all the same',
      content: { 'application/json': { schema: closurePreview } },
    },
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
  const { routers, closures: inForce, roadGraph, answerDatabase, readSettings } = services;
  const reading = { database: answerDatabase, readSettings };
  const stretches = keepStretches(roadGraph);
  return newRoutes()
    .openapi(stretchesRoute, async (context) =>
      context.json(await listStretches(services, stretches), 200),
    )
    .openapi(previewRoute, async (context) =>
      context.json(await previewClosure(services, context.req.valid('json')), 200),
    )
    .openapi(listRoute, async (context) => {
      const all = await listClosures(reading, context.req.valid('query'));
      return context.json({ total: all.length, closures: all }, 200);
    })
    .openapi(enterRoute, async (context) => {
      const deadline = startDeadline(obeyMillis);
      const { closure, segments } = await enterClosure(services, context.req.valid('json'));
      await inForce.untilObeyed(deadline.left(obeyMillis));
      return context.json({ ...closure, obeyedBy: { segments, routers: routers.status() } }, 201);
    })
    .openapi(withdrawRoute, async (context) => {
      const { by } = context.req.valid('json');
      const deadline = startDeadline(obeyMillis);
      const closure = await takeBackClosure(services, context.req.valid('param').id, by);
      await inForce.untilObeyed(deadline.left(obeyMillis));
      return context.json(
        { ...closure, obeyedBy: { segments: 0, routers: routers.status() } },
        200,
      );
    });
}
