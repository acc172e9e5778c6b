// What we read of OSRM's answers; the rest of them is ignored.

import { z } from 'zod';

const position = z.tuple([z.number(), z.number()]);

/** Metres or seconds. */
const size = z.number().nonnegative();

const snapped = z.object({ location: position, distance: size, name: z.string() });

/** Every answer carries a code; `Ok` or why there is no result. */
export const osrmEnvelope = z.looseObject({ code: z.string(), message: z.string().optional() });

export const osrmStep = z.object({
  distance: size,
  duration: size,
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
  routes: z.tuple(
    [
      z.object({
        duration: size,
        distance: size,
        /** Text: see read-line.ts. */
        geometry: z.string(),
        /** One: there is nothing between the ends. */
        legs: z.tuple([
          z.object({
            steps: z.array(osrmStep).min(1),
            annotation: z
              .object({ nodes: z.array(z.number()).min(1), distance: z.array(size) })
              .optional(),
          }),
        ]),
      }),
    ],
    // Others than the first are not asked for.
    z.unknown(),
  ),
  waypoints: z.tuple([snapped, snapped]),
});

export const osrmTable = z.object({ durations: z.array(z.array(size.nullable())) });

export const osrmSnappedTable = osrmTable.extend({
  sources: z.array(z.object({ distance: size })),
  destinations: z.array(z.object({ distance: size })),
});

export const osrmNearest = z.object({ waypoints: z.array(snapped).min(1) });

export type OsrmStep = z.infer<typeof osrmStep>;
