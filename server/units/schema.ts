// What units report: where they are (the OsmAnd protocol, which Traccar's clients speak), and their status.

import { z } from '@hono/zod-openapi';
import { realNumber } from '../../sql/real-number.ts';
import { unitStatuses } from '../../sql/unit-statuses.ts';
import { typedMoment } from '../typed-moment.ts';
import { lineOfText } from '../typed-text.ts';

/**
 * Decimal: `Number` alone reads 0x15, too. What is close to zero trackers write with an exponent; one without a fix
 * sends nothing, which is not zero.
 */
const number = (low: number, high: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .regex(/^[-+]?(\d+\.?\d*|\.\d+)(e-\d+)?$/i, 'must be a decimal number')
    .transform(Number)
    .pipe(realNumber(low, high));

const positionFields = z.object({
  /** The unit's id in the register, its call sign where no other unit has it, or `unit:12`. */
  id: lineOfText(80),
  lat: number(-85, 85),
  lon: number(-180, 180),
  /** Seconds or milliseconds since 1970, or ISO 8601; now when not given. */
  timestamp: z.string().max(40).optional(),
  /** Knots. */
  speed: number(0, 300).optional(),
  bearing: number(0, 360).optional(),
  /** Metres. */
  accuracy: number(0, 100_000).optional(),
  /** What the receiver itself says of its fix. */
  valid: z.enum(['true', 'false']).optional(),
});

/** The query of a report, where it has no body. */
export const positionQuery = positionFields.partial();

export const positionReport = positionFields
  .refine(({ valid }) => valid !== 'false', { path: ['valid'], error: 'the receiver has no fix' })
  .refine(({ lon, lat }) => lon !== 0 || lat !== 0, {
    path: ['lat'],
    error: '0, 0 is what a receiver without a fix sends',
  })
  .openapi('PositionReport');

const measured = z.number().nullish();

/** As Traccar's client sends it from version 9 on; less than 0 stands for what is not known. */
export const traccarReport = z
  .object({
    device_id: z.union([z.string(), z.number()]),
    location: z.object({
      timestamp: z.union([z.string(), z.number()]).optional(),
      coords: z.object({
        latitude: z.number(),
        longitude: z.number(),
        /** Metres. */
        accuracy: measured,
        /** Metres per second. */
        speed: measured,
        heading: measured,
      }),
    }),
  })
  .openapi('TraccarReport');

export const position = z
  .object({
    unitId: z.string(),
    callSign: z.string(),
    lon: z.number(),
    lat: z.number(),
    at: z.string(),
    ageSeconds: z.number(),
    /** Older than `position_stale_after`. */
    isStale: z.boolean(),
  })
  .openapi('UnitPosition');

export const positions = z
  .object({ staleAfterSeconds: z.number(), positions: z.array(position) })
  .openapi('UnitPositions');

export const positionKept = z.object({
  unitId: z.string(),
  /** false: a newer one is known already. */
  isKept: z.boolean(),
});

export const statusReport = z
  .strictObject({
    status: z.enum(unitStatuses),
    /** It stands at its station: from then on it starts there. */
    atStation: z.boolean().optional(),
    /** Now, when not given. */
    at: typedMoment().optional(),
    by: lineOfText(120),
  })
  .openapi('UnitStatusReport');

export const statusKept = z.object({
  unitId: z.string(),
  status: z.string(),
  at: z.string(),
  isKept: z.boolean(),
});

export type PositionReport = z.infer<typeof positionReport>;
export type TraccarReport = z.infer<typeof traccarReport>;
export type StatusReport = z.infer<typeof statusReport>;
