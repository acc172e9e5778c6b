import { z } from '@hono/zod-openapi';
import { realNumber } from '../../sql/real-number.ts';
import { typedMoment } from '../typed-moment.ts';
import { lineOfText } from '../typed-text.ts';

export const windReport = z
  .strictObject({
    /** Where it blows from, degrees clockwise from true north; 360 is 0. */
    fromDegrees: realNumber(0, 360),
    /** Metres per second; left out or null where nobody measured it. */
    speedMps: realNumber(0, 120).nullish(),
    /** Now, when not given. */
    observedAt: typedMoment().optional(),
    /** The station or service that says so. */
    source: lineOfText(120),
  })
  .openapi('WindReport');

export const wind = z
  .object({
    fromDegrees: z.number(),
    speedMps: z.number().nullable(),
    observedAt: z.string(),
    source: z.string(),
    ageSeconds: z.number(),
    /** Older than `wind_stale_after`: it may blow otherwise by now. */
    isStale: z.boolean(),
  })
  .openapi('Wind');

export const currentWind = z
  .object({
    /** null: nobody has reported any that still counts. */
    wind: wind.nullable(),
  })
  .openapi('CurrentWind');

export type WindReport = z.infer<typeof windReport>;
export type Wind = z.infer<typeof wind>;
