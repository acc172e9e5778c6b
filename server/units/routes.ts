import { createRoute, z } from '@hono/zod-openapi';
import { newRoutes } from '../validate.ts';
import { listPositions, reportPosition, reportStatus, type UnitsServices } from './report-units.ts';
import { readReport } from './read-report.ts';
import {
  positionKept,
  positionQuery,
  positions,
  statusKept,
  statusReport,
  traccarReport,
} from './schema.ts';
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
        request: {
          query: positionQuery,
          body: {
            description: 'In place of the query; Traccar’s clients from version 9 on',
            content: { 'application/json': { schema: traccarReport } },
          },
        },
        responses: {
          200: {
            description: 'Whether it is the newest',
            content: { 'application/json': { schema: positionKept } },
          },
          409: { description: 'Several units have that call sign' },
        },
      }),
      async (context) => {
        const query = context.req.query();
        const isInQuery = query['id'] !== undefined || query['lat'] !== undefined;
        const isJson = /json/.test(context.req.header('Content-Type') ?? '');
        const body = isJson && !isInQuery ? context.req.valid('json') : null;
        return context.json(await reportPosition(services, readReport(query, body)), 200);
      },
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
        409: { description: 'Several units have that call sign' },
      },
    }),
    async (context) => {
      const { id } = context.req.valid('param');
      return context.json(await reportStatus(services, id, context.req.valid('json')), 200);
    },
  );
}
