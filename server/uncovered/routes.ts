import { createRoute } from '@hono/zod-openapi';
import { RequestError } from '../errors.ts';
import { inTime } from '../in-time.ts';
import { newRoutes } from '../validate.ts';
import { tooLate, within } from '../within.ts';
import { assessUncovered, type UncoveredServices } from './assess-uncovered.ts';
import { uncoveredAnswer, uncoveredRequest } from './schema.ts';

/** Counting a million houses for the first time takes a second, and nobody waits for this hint beside an answer. */
const countMillis = 2_700;
/** What is left of three seconds to hear whether the database is there at all. */
const pingMillis = 300;

/** Of a count that is late: it goes on and is kept, so that who asks again has it. */
async function refuseLateCount({ database }: UncoveredServices): Promise<never> {
  await inTime(database.query('select'), pingMillis);
  throw new RequestError(
    503,
    'still-counting',
    'Counting the houses, and what closed roads keep out of reach, takes longer than three seconds; ask again in a moment',
  );
}

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
      const answer = await within(assessUncovered(services, unitIds), countMillis);
      if (answer === tooLate) return refuseLateCount(services);
      return context.json(answer, 200);
    },
  );
}
