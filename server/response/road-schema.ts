import { z } from '@hono/zod-openapi';

export const widthProvenance = z.enum(['measured', 'tagged', 'derived', 'assumed']);

/** A road as the client needs it to name it: an alley by its label, else a street name, else its class. */
export const roadRef = z.object({
  name: z.string().nullable(),
  class: z.string(),
  alleyLevel: z.number().int(),
  widthMeters: z.number(),
  provenance: widthProvenance,
});

export type RoadRef = z.infer<typeof roadRef>;
