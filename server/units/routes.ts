import { createRoute, z } from '@hono/zod-openapi';
import { newRoutes } from '../validate.ts';
import { listPositions, reportPosition, reportStatus, type UnitsServices } from './report-units.ts';
import { positionKept, positionReport, positions, statusKept, statusReport } from './schema.ts';
import { lineOfText } from '../typed-text.ts';

export function positionsRoutes(services: UnitsServices) {
  return newRoutes()
    .openapi(
      createRoute({
        method: 'get',
        path: '/',
        summary: 'The newest position of each unit, with its age',
        responses: {
          200: {
            description: 'Positions; stale ones are marked',
            content: { 'application/json': { schema: positions } },
          },
        },
      }),
      async (context) => context.json(await listPositions(services), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/',
        summary: 'A unit reports where it is, in the OsmAnd protocol (Traccar clients)',
        request: { query: positionReport },
        responses: {
          200: {
            description: 'Whether it is the newest',
            content: { 'application/json': { schema: positionKept } },
          },
        },
      }),
      async (context) =>
        context.json(await reportPosition(services, context.req.valid('query')), 200),
    );
}

export function unitsRoutes(services: UnitsServices) {
  return newRoutes().openapi(
    createRoute({
      method: 'put',
      path: '/{id}/status',
      summary: 'The status of a unit, as of when, and whether it stands at its station',
      request: {
        params: z.object({ id: lineOfText(80) }),
        body: { required: true, content: { 'application/json': { schema: statusReport } } },
      },
      responses: {
        200: {
          description: 'Whether it is the newest',
          content: { 'application/json': { schema: statusKept } },
        },
      },
    }),
    async (context) => {
      const { id } = context.req.valid('param');
      return context.json(await reportStatus(services, id, context.req.valid('json')), 200);
    },
  );
}
