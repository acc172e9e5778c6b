import { createRoute } from '@hono/zod-openapi';
import { newRoutes } from '../validate.ts';
import { measure, type MeasureServices } from './measure.ts';
import { measurement, measureRequest } from './schema.ts';

export function measureRoutes(services: MeasureServices) {
  return newRoutes().openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary: 'How far it is along these points: straight, and along the streets',
      request: {
        body: { required: true, content: { 'application/json': { schema: measureRequest } } },
      },
      responses: {
        200: {
          description: 'Both distances, and the way along the streets',
          content: { 'application/json': { schema: measurement } },
        },
      },
    }),
    async (context) => context.json(await measure(services, context.req.valid('json')), 200),
  );
}
