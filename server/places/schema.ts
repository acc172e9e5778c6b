import { z } from '@hono/zod-openapi';

/** `address:12`, `street:3`, `alley:4`, `building:5`, `landmark:6`: kind and row id. */
export const placeId = z
  .string()
  .regex(/^(address|street|alley|building|landmark):\d{1,15}$/, 'kind:number, such as address:12');

export const placeKind = z.enum(['address', 'street', 'alley', 'building', 'landmark']);

/** How the place relates to what was typed; anything but `exact` must be shown as near. */
export const placeMatch = z.enum([
  'exact',
  'nearest-number',
  // The number is right, but no street or alley was said with it.
  'number-only',
  'alley',
  'street',
  'building',
  'landmark',
]);

export const placeResult = z
  .object({
    id: placeId,
    kind: placeKind,
    label: z.string(),
    /** Ward or other context, shown smaller below the label. */
    context: z.string().nullable(),
    /** What tells it from another of the same name and context; the client words it. */
    hint: z
      .object({
        code: z.enum(['near-landmark', 'beside-number', 'former-number', 'other-name', 'old-name']),
        name: z.string(),
      })
      .nullable(),
    lon: z.number(),
    lat: z.number(),
    match: placeMatch,
    confidence: z.number().min(0).max(1),
    source: z.string(),
  })
  .openapi('PlaceResult');

export const placeResults = z
  .object({
    /** The typed text, unchanged. */
    q: z.string(),
    /** Best reading in words, for the "no match" message; null when nothing was understood. */
    understood: z.string().nullable(),
    results: z.array(placeResult),
  })
  .openapi('PlaceResults');

export const namedPart = z.object({ type: z.string().nullable(), name: z.string() });

export const addressReading = z
  .object({
    house_number: z.string().nullable(),
    alley_path: z.array(
      z.object({ level: z.number().int(), type: z.string(), number: z.string() }),
    ),
    street: namedPart.nullable(),
    ward: namedPart.nullable(),
    district: namedPart.nullable(),
    city: z.string().nullable(),
    complex: namedPart.optional(),
    building: z.string().optional(),
    floor: z.string().optional(),
    unit: z.object({ type: z.string(), number: z.string() }).optional(),
    settlement: z.array(namedPart).optional(),
    relative_to: z
      .object({ relation: z.string(), name: z.string(), house_number: z.string().optional() })
      .optional(),
    confidence: z.number().min(0).max(1),
  })
  .openapi('AddressReading');

export const placeCard = z
  .object({
    id: placeId,
    kind: placeKind,
    label: z.string(),
    lon: z.number(),
    lat: z.number(),
    houseNumber: z.string().nullable(),
    ward: z.string().nullable(),
    street: z.string().nullable(),
    alleyPath: z.array(z.string()),
    building: z
      .object({
        id: z.number(),
        name: z.string().nullable(),
        floors: z.number().nullable(),
        use: z.string().nullable(),
        link: z.enum(['contained', 'nearest', 'none']),
        linkMeters: z.number().nullable(),
        geometry: z.object({
          type: z.literal('MultiPolygon'),
          coordinates: z.array(z.array(z.array(z.array(z.number())))),
        }),
      })
      .nullable(),
    lifecycle: z.string(),
    source: z.string(),
    synthetic: z.boolean(),
    /** Set when the place is no longer in its source. */
    retiredAt: z.string().nullable(),
    /** Of a retired place: which import no longer had it, and what stands there now. */
    retirement: z
      .object({
        batch: z
          .object({ id: z.number().int(), kind: z.string(), fileName: z.string() })
          .nullable(),
        replacedBy: z
          .object({
            id: placeId,
            label: z.string(),
            meters: z.number(),
            why: z.enum(['same-address', 'same-spot']),
          })
          .nullable(),
      })
      .nullable(),
  })
  .openapi('PlaceCard');

export const nearbyPlaces = z
  .object({
    /** All house numbers in the circle, also those not listed. */
    total: z.number().int(),
    places: z.array(
      z.object({
        id: placeId,
        label: z.string(),
        lon: z.number(),
        lat: z.number(),
        meters: z.number(),
      }),
    ),
  })
  .openapi('NearbyPlaces');

export type NearbyPlaces = z.infer<typeof nearbyPlaces>;
export type PlaceResult = z.infer<typeof placeResult>;
export type PlaceResults = z.infer<typeof placeResults>;
export type PlaceCard = z.infer<typeof placeCard>;
