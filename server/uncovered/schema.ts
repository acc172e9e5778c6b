// What a set leaves uncovered behind it, and the move-up that helps most.

import { z } from '@hono/zod-openapi';

export const uncoveredRequest = z
  .strictObject({
    /** Those that are sent. */
    unitIds: z.array(z.string().max(80)).min(1).max(40),
  })
  .openapi('UncoveredRequest');

const station = z.object({ id: z.string(), name: z.string() });

export const uncovered = z
  .object({
    /** Seconds of travel within which a unit that gives water should be at a house. */
    targetSeconds: z.number(),
    /** House numbers within the target: of all available units, and without those that are sent. */
    houses: z.object({ total: z.number(), before: z.number(), after: z.number() }),
    /** Stations of the sent that keep no available unit that gives water. */
    emptied: z.array(station),
    /** Available units that give water and are not at their station: they count for no house. */
    onRoad: z.number(),
    /** Roads are impassable now, and nobody told in time what that changes: houses that no way is left to count as within the target all the same. */
    ignoresClosures: z.boolean(),
    /** Where most of the lost houses are. */
    wards: z.array(z.object({ ward: z.string().nullable(), houses: z.number() })),
    /** null: no unit to spare would bring back enough, or those that would are shut off by what is closed. */
    moveUp: z
      .object({
        unitId: z.string(),
        callSign: z.string(),
        from: station,
        to: station,
        /** Between the stations; null where nobody knows. */
        driveSeconds: z.number().nullable(),
        /** Nobody said in time whether what is closed leaves it a way; only where none is known to have one. */
        isUnchecked: z.boolean(),
        /** Houses that are within the target again, less those that the move leaves. */
        gain: z.number(),
      })
      .nullable(),
  })
  .openapi('Uncovered');

export const uncoveredAnswer = z
  .object({
    /** null while the prepared drive times are not made yet. */
    uncovered: uncovered.nullable(),
  })
  .openapi('UncoveredAnswer');

export type UncoveredAnswer = z.infer<typeof uncoveredAnswer>;
