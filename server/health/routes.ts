import { createRoute, z } from '@hono/zod-openapi';
import type pg from 'pg';
import type { Routers } from '../osrm-client/routers.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import type { ResponseSettings } from '../response/parameters.ts';
import { newRoutes } from '../validate.ts';
import { readCityState } from './queries.ts';

export const health = z
  .object({
    /** degraded: something is missing, and answers say what they were made without. */
    status: z.enum(['ok', 'degraded']),
    database: z.enum(['ok', 'down']),
    routers: z.record(z.string(), z.enum(['osrm', 'graph'])),
    roadGraph: z.enum(['ready', 'loading']),
    dataVersion: z.string(),
    version: z.string(),
    /** The last known one while the database is down; null when there is none yet. */
    city: z
      .object({
        name: z.string(),
        synthetic: z.boolean(),
        /** west, south, east, north */
        bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        osmTimestamp: z.string().nullable(),
        attribution: z.string().nullable(),
        counts: z.object({
          addresses: z.number(),
          buildings: z.number(),
          stations: z.number(),
          units: z.number(),
          waterPoints: z.number(),
        }),
      })
      .nullable(),
  })
  .openapi('Health');

export type Health = z.infer<typeof health>;

export type HealthServices = {
  database: pg.Pool;
  routers: Routers;
  roadGraph: RoadGraphClient;
  readSettings: () => Promise<ResponseSettings>;
  version: string;
};

export function healthRoutes({
  database,
  routers,
  roadGraph,
  readSettings,
  version,
}: HealthServices) {
  return newRoutes().openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'What works and what is being done without',
      responses: {
        200: {
          description: 'State of the server',
          content: { 'application/json': { schema: health } },
        },
      },
    }),
    async (context) => {
      const city = await readCityState(database);
      const answering = routers.status();
      const classes = city.database === 'ok' ? (await readSettings()).classes : [];
      const byClass = {
        ...answering,
        ...Object.fromEntries(
          classes.map(({ code }) => [code, answering[code] ?? ('graph' as const)]),
        ),
      };
      const graph = roadGraph.status();
      const allWell =
        city.database === 'ok' &&
        graph &&
        Object.values(byClass).every((router) => router === 'osrm');
      return context.json(
        {
          status: allWell ? ('ok' as const) : ('degraded' as const),
          database: city.database,
          routers: byClass,
          roadGraph: graph ? ('ready' as const) : ('loading' as const),
          dataVersion: city.dataVersion ?? graph?.version ?? '0',
          version,
          city: city.city,
        },
        200,
      );
    },
  );
}
