import { z } from '@hono/zod-openapi';
import { lineOfText } from '../typed-text.ts';

const addressTarget = z
  .string()
  .regex(/^address:\d{1,15}$/, 'address:12, the id of a house number')
  .openapi({ example: 'address:12' });

const wayTarget = z
  .string()
  .regex(/^way:\d{1,15}$/, 'way:23705281, the OpenStreetMap id of a road')
  .openapi({ example: 'way:23705281' });

export const target = z
  .string()
  .regex(/^(address|way):\d{1,15}$/, 'address:12 or way:23705281')
  .openapi({ description: 'Only those of this house number or road', example: 'way:23705281' });

const latestDay = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

const about = {
  /** A typed name: there are no accounts yet, so it counts as unverified. */
  by: lineOfText(80),
  /** The day somebody saw or measured it; a day ahead may be the time zone. */
  observedOn: z.iso
    .date('a day such as 2026-03-31')
    .refine((day) => day >= '1990-01-01', 'is before 1990-01-01')
    .refine((day) => day <= latestDay(), 'lies in the future')
    .optional(),
  note: lineOfText(500).optional(),
};

export const roadProvenance = z.enum(['measured', 'tagged', 'derived', 'assumed']);

const ofRoad = {
  ...about,
  target: wayTarget,
  provenance: roadProvenance.default('measured'),
};

/** No sign, no limit. */
const limit = (low: number, high: number) => z.number().min(low).max(high).nullable();

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 05:00')
  .openapi({ example: '05:00' });

/**
 * What stands in the way. At a point (`lon`, `lat`), or, of the kinds that fill a way, on all of it;
 * `clearMeters` where the kind limits height or width; `from` and `to` where it is there in some hours only.
 */
export const obstacleValue = z
  .strictObject({
    kind: z.string().regex(/^[a-z_]{1,40}$/, 'a kind of GET /api/roads/obstacle-kinds'),
    lon: z.number().min(-180).max(180).optional(),
    lat: z.number().min(-90).max(90).optional(),
    clearMeters: z.number().min(0.3).max(60).optional(),
    from: clock.optional(),
    to: clock.optional(),
  })
  .refine(
    ({ lon, lat }) => (lon === undefined) === (lat === undefined),
    'give lon and lat, or none',
  )
  .refine(
    ({ from, to }) => (from === undefined) === (to === undefined),
    'give from and to, or none',
  )
  .refine(({ from, to }) => from === undefined || from !== to, 'from and to are the same');

export const newCorrection = z
  .discriminatedUnion('field', [
    z.object({
      ...about,
      target: addressTarget,
      field: z.literal('house_number'),
      value: lineOfText(30).refine(
        (text) => /[\p{L}\d]/u.test(text),
        'has neither a digit nor a letter',
      ),
    }),
    z.object({
      ...about,
      target: addressTarget,
      field: z.literal('door'),
      value: z.object({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }),
    }),
    z.object({ ...ofRoad, field: z.literal('width_m'), value: z.number().min(0.3).max(60) }),
    z.object({ ...ofRoad, field: z.literal('max_height_m'), value: limit(0.5, 30) }),
    z.object({ ...ofRoad, field: z.literal('max_weight_t'), value: limit(0.1, 200) }),
    z.object({ ...ofRoad, field: z.literal('obstacle'), value: obstacleValue }),
  ])
  .openapi('NewCorrection');

export const correctionField = z.enum([
  'house_number',
  'door',
  'width_m',
  'max_height_m',
  'max_weight_t',
  'obstacle',
]);

/** `unmatched`: its house or road is gone from the map, or is another one by now; it waits for it to come back. */
export const correctionState = z.enum(['applied', 'unmatched', 'withdrawn', 'superseded']);

export const correctionValue = z.union([
  z.number(),
  z.string(),
  obstacleValue,
  z.object({ lon: z.number(), lat: z.number() }),
  z.null(),
]);

export const correction = z
  .object({
    id: z.number().int(),
    target: z.string(),
    /** The house or road as it was called when the correction was entered. */
    label: z.string(),
    lon: z.number(),
    lat: z.number(),
    field: correctionField,
    value: correctionValue,
    /** What the map says there; null when it says nothing. */
    imported: correctionValue,
    provenance: roadProvenance.nullable(),
    state: correctionState,
    stateSince: z.string(),
    /** Why it matches nothing any more, or not just the road it was entered for. */
    reason: z.string().nullable().openapi({
      description:
        'unmatched: `gone`, `moved`, `lengthened`, `part-of way:…`, `stricter correction:…`, `number-taken` or `other-city`; applied: `partly <metres> way:…`, no longer on so many metres of it, where these ways run now, or `spread way:…`, on all of these longer ways, as it allows less than the map',
      example: 'partly 40 way:30',
    }),
    by: z.string(),
    verified: z.boolean(),
    enteredAt: z.string(),
    observedOn: z.string().nullable(),
    note: z.string().nullable(),
    source: z.string(),
    synthetic: z.boolean(),
    supersededBy: z.number().int().nullable(),
    withdrawnBy: z.string().nullable(),
    withdrawNote: z.string().nullable(),
    /** OpenStreetMap ways or house numbers that carry it now. */
    carriedBy: z.array(z.string()),
  })
  .openapi('Correction');

export const corrections = z
  .object({ total: z.number().int(), corrections: z.array(correction) })
  .openapi('Corrections');

export const withdrawal = z.object({ by: lineOfText(80), note: lineOfText(500).optional() });

export type NewCorrection = z.infer<typeof newCorrection>;
export type Correction = z.infer<typeof correction>;
export type Withdrawal = z.infer<typeof withdrawal>;
export type ObstacleValue = z.infer<typeof obstacleValue>;
