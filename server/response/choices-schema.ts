// The part of the contract that offers the dispatcher more than the one answer.

import { z } from '@hono/zod-openapi';
import { note } from './note-schema.ts';
import { point } from './water-schema.ts';

/** What gets closer to the door than a unit that must stop far from it. */
export const closer = z
  .object({
    /** carried-pump: the unit's portable pump, carried on foot to water near the door. */
    kind: z.enum(['unit', 'carried-pump']),
    unitId: z.string(),
    callSign: z.string(),
    vehicleClass: z.string(),
    /** Where the unit stops, or where the pump stands. */
    stop: point,
    /** Hose from there to the door. */
    hoseMeters: z.number(),
    secondsToCrew: z.number(),
    /** null: first attack, which brings no water that lasts, or no water in reach. */
    secondsToWater: z.number().nullable(),
    /** How long first attack lasts; null for the others. */
    secondsOfAgent: z.number().nullable(),
    why: note,
  })
  .openapi('Closer');

export type Closer = z.infer<typeof closer>;
