import { z } from '@hono/zod-openapi';

/** A code with the values that its sentence needs. */
export const note = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
