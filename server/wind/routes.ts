import { createRoute } from '@hono/zod-openapi';
import { newRoutes } from '../validate.ts';
import { currentWind, wind, windReport } from './schema.ts';
import { readWind, reportWind, type WindServices } from './wind.ts';

export function windRoutes(services: WindServices) {
  return newRoutes()
    .openapi(
      createRoute({
        method: 'get',
        path: '/',
        summary: 'The newest wind that a feed reported, with its age',
        responses: {
          200: {
            description: 'The wind, or null where none still counts',
            content: { 'application/json': { schema: currentWind } },
          },
        },
      }),
      async (context) => context.json({ wind: await readWind(services) }, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/',
        summary: 'A weather feed reports the wind',
        request: {
          body: { required: true, content: { 'application/json': { schema: windReport } } },
        },
        responses: {
          201: {
            description: 'As it was understood',
            content: { 'application/json': { schema: wind } },
          },
        },
      }),
      async (context) => context.json(await reportWind(services, context.req.valid('json')), 201),
    );
}
