// What we read of OSRM's answers; the rest of them is ignored.

import { z } from 'zod';

const position = z.tuple([z.number(), z.number()]);

const snapped = z.object({ location: position, distance: z.number(), name: z.string() });

/** Every answer carries a code; `Ok` or why there is no result. */
export const osrmEnvelope = z.looseObject({ code: z.string(), message: z.string().optional() });

export const osrmStep = z.object({
  distance: z.number(),
  duration: z.number(),
  name: z.string(),
  maneuver: z.object({
    type: z.string(),
    modifier: z.string().optional(),
    exit: z.number().optional(),
    /** Degrees clockwise from north. */
    bearing_after: z.number().optional(),
    location: position,
  }),
});

export const osrmRoute = z.object({
  routes: z
    .array(
      z.object({
        duration: z.number(),
        distance: z.number(),
        /** Text: see read-line.ts. */
        geometry: z.string(),
        legs: z.array(
          z.object({
            steps: z.array(osrmStep),
            annotation: z
              .object({ nodes: z.array(z.number()), distance: z.array(z.number()) })
              .optional(),
          }),
        ),
      }),
    )
    .min(1),
  waypoints: z.tuple([snapped, snapped]),
});

export const osrmTable = z.object({ durations: z.array(z.array(z.number().nullable())) });

export const osrmSnappedTable = osrmTable.extend({
  sources: z.array(z.object({ distance: z.number() })),
  destinations: z.array(z.object({ distance: z.number() })),
});

export const osrmNearest = z.object({ waypoints: z.array(snapped).min(1) });

export type OsrmStep = z.infer<typeof osrmStep>;
