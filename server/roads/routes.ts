import { createRoute, z } from '@hono/zod-openapi';
import type pg from 'pg';
import { RequestError } from '../errors.ts';
import { newRoutes } from '../validate.ts';
import {
  readAssumedAlleys,
  readAssumedWidths,
  readNearRoad,
  readObstacleKinds,
} from './queries.ts';
import { assumedAlleys, assumedWidths, nearRoad, obstacleKinds } from './schema.ts';
import { writeAssumedWidthsCsv } from './write-csv.ts';

export type RoadsServices = { database: pg.Pool };

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const nearRoute = createRoute({
  method: 'get',
  path: '/near',
  summary: 'The road at a point, with what is known of it',
  request: {
    query: z.object({
      lon: z.coerce.number().min(-180).max(180),
      lat: z.coerce.number().min(-85).max(85),
    }),
  },
  responses: { 200: json(nearRoad, 'The nearest road'), 404: { description: 'No road is near' } },
});

const kindsRoute = createRoute({
  method: 'get',
  path: '/obstacle-kinds',
  summary: 'What people may report to stand in the way, and whom it stops',
  responses: { 200: json(obstacleKinds, 'Kinds as valid today') },
});

const assumedRoute = createRoute({
  method: 'get',
  path: '/assumed-widths',
  summary:
    'Per ward what rests on assumed widths of alleys, worst first: metres, alleys and houses; and how many limits and clearances were judged by eye',
  responses: { 200: json(assumedWidths, 'Wards') },
});

const csvRoute = createRoute({
  method: 'get',
  path: '/assumed-widths.csv',
  summary: 'The same for a spreadsheet',
  responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } } },
});

const alleysRoute = createRoute({
  method: 'get',
  path: '/assumed-widths/{wardId}',
  summary:
    'The alleys of a ward whose width is assumed, those with the most houses first, and its limits and clearances that were judged by eye',
  request: {
    params: z.object({
      /** none: outside of every ward. */
      wardId: z.union([
        z.literal('none'),
        z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
      ]),
    }),
    query: z.object({ limit: z.coerce.number().int().min(1).max(1000).default(50) }),
  },
  responses: { 200: json(assumedAlleys, 'Alleys') },
});

export function roadsRoutes({ database }: RoadsServices) {
  return newRoutes()
    .openapi(nearRoute, async (context) => {
      const road = await readNearRoad(database, context.req.valid('query'));
      if (!road) throw new RequestError(404, 'no-road-near', 'No road is near this point');
      return context.json(road, 200);
    })
    .openapi(kindsRoute, async (context) => context.json(await readObstacleKinds(database), 200))
    .openapi(assumedRoute, async (context) => context.json(await readAssumedWidths(database), 200))
    .openapi(csvRoute, async (context) => {
      context.header('Content-Disposition', 'attachment; filename="assumed-widths.csv"');
      return context.body(writeAssumedWidthsCsv(await readAssumedWidths(database)), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
      });
    })
    .openapi(alleysRoute, async (context) => {
      const { wardId } = context.req.valid('param');
      const { limit } = context.req.valid('query');
      const ward = wardId === 'none' ? null : wardId;
      return context.json(await readAssumedAlleys(database, ward, limit), 200);
    });
}
