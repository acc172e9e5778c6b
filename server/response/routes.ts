import { createRoute } from '@hono/zod-openapi';
import { answerJson } from '../compress-answers.ts';
import { newRoutes } from '../validate.ts';
import { respond, type ResponseServices } from './respond.ts';
import { responseRequest, responseResult } from './schema.ts';

export function responseRoutes(services: ResponseServices) {
  return newRoutes().openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary:
        'Which units reach a door, by which road, to which stop, with how much hose and water',
      request: {
        body: { required: true, content: { 'application/json': { schema: responseRequest } } },
      },
      responses: {
        200: {
          description: 'Units by seconds to water',
          content: { 'application/json': { schema: responseResult } },
        },
      },
    }),
    async (context) => answerJson(context, await respond(services, context.req.valid('json'))),
  );
}
