import { z } from '@hono/zod-openapi';

const point = z.object({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-85).max(85),
});

export const measureRequest = z
  .strictObject({
    points: z.array(point).min(2).max(50),
    by: z.enum(['foot', 'drive']).default('foot'),
    /** With `drive`: whose roads; the largest class when not given. */
    vehicleClass: z.string().max(40).optional(),
  })
  .openapi('MeasureRequest');

export const measurement = z
  .object({
    straight: z.object({ meters: z.number() }),
    /** null: no way leads along these points, or one of them is far from every way. */
    street: z
      .object({
        /** Along the network, without the bits from the first and to the last point. */
        meters: z.number(),
        geometry: z.object({
          type: z.literal('LineString'),
          coordinates: z.array(z.array(z.number())),
        }),
        fromMeters: z.number(),
        toMeters: z.number(),
      })
      .nullable(),
  })
  .openapi('Measurement');

export type MeasureRequest = z.output<typeof measureRequest>;
export type Measurement = z.infer<typeof measurement>;
