// Whom to call about a fire: who is near on foot, and who is on duty.

import { z } from '@hono/zod-openapi';

const contact = {
  id: z.string(),
  name: z.string(),
  /** null: nobody has entered one. */
  phone: z.string().nullable(),
};

export const contacts = z
  .object({
    /** Nearest first. */
    onFoot: z.array(
      z.object({
        ...contact,
        kind: z.enum(['public-fire-point', 'inter-family-team', 'facility-team']),
        equipment: z.string().nullable(),
        lon: z.number(),
        lat: z.number(),
        /** Along the ways of people. */
        meters: z.number(),
        /** The road graph did not answer: reckoned from the straight line. */
        isEstimated: z.boolean(),
      }),
    ),
    onDuty: z.array(
      z.object({
        ...contact,
        kind: z.enum(['power', 'hospital', 'ward']),
        /** Of a hospital, as the crow flies; null for the others. */
        meters: z.number().nullable(),
      }),
    ),
    /** How far on foot was looked. */
    reachMeters: z.number(),
    /** The register has some contact, whether near or not. */
    hasRegister: z.boolean(),
    /** The database does not answer: how old this is; left out where it was read just now. */
    ageSeconds: z.number().optional(),
  })
  .openapi('Contacts');

export type Contacts = z.infer<typeof contacts>;
