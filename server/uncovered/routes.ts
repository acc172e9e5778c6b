import { createRoute } from '@hono/zod-openapi';
import { inTime } from '../in-time.ts';
import { newRoutes } from '../validate.ts';
import { assessUncovered, type UncoveredServices } from './assess-uncovered.ts';
import { uncoveredAnswer, uncoveredRequest } from './schema.ts';

/** Counting a million houses for the first time takes a second, and nobody waits for this hint beside an answer. */
const uncoveredMillis = 3_000;

export function uncoveredRoutes(services: UncoveredServices) {
  return newRoutes().openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary: 'What is left uncovered when these units are sent, and which move-up helps most',
      request: {
        body: { required: true, content: { 'application/json': { schema: uncoveredRequest } } },
      },
      responses: {
        200: {
          description: 'Houses within the travel target, before and after',
          content: { 'application/json': { schema: uncoveredAnswer } },
        },
      },
    }),
    async (context) => {
      const { unitIds } = context.req.valid('json');
      const assessed = assessUncovered(services, unitIds);
      return context.json(await inTime(assessed, uncoveredMillis), 200);
    },
  );
}
