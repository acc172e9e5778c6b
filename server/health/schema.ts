import { z } from '@hono/zod-openapi';

export const health = z
  .object({
    /** degraded: something is missing, and answers say what they were made without. */
    status: z.enum(['ok', 'degraded']),
    database: z.enum(['ok', 'down']),
    routers: z.record(z.string(), z.enum(['osrm', 'graph'])),
    /** What units are, as the city names it: for those that a screen has no words of its own for. */
    vehicleClasses: z.array(z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() })),
    roadGraph: z.enum(['ready', 'loading']),
    /** Another one: something changed, and tiles and search answer it already. */
    dataVersion: z.string(),
    /** The same of the road graph, which follows a moment later. */
    graphVersion: z.string().nullable(),
    /** Names the closures in force: another name, other routes. Empty for none. */
    closures: z.string(),
    /** Names the hours that run now in which something fills a road, as a market does: another name, other routes. */
    filledHours: z.string(),
    /** The city's clock (IANA): by it hours of the day are meant, and screens tell and take times; null while the database is down. */
    timeZone: z.string().nullable(),
    /** What answers count with as traffic: another key, other routes. */
    traffic: z.object({
      key: z.string(),
      /** Stretches of road, by direction. */
      segments: z.number().int(),
      newestAt: z.string().nullable(),
    }),
    version: z.string(),
    /** When data last changed, by an import or by hand; the last known while the database is down. */
    dataChangedAt: z.string().nullable(),
    /** Of those that changed something and were not an undo; the last known likewise. */
    lastImport: z.object({ kind: z.string(), fileName: z.string(), at: z.string() }).nullable(),
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
