import { z } from '@hono/zod-openapi';
import { widthProvenance } from '../response/road-schema.ts';

/** Who said a width or a limit that is in force, instead of the map. */
export const said = z.object({
  /** Of the correction: POST /api/corrections/{id}/withdraw takes it back. */
  id: z.number().int(),
  by: z.string(),
  verified: z.boolean(),
  /** It came with a survey file, and not one by one. */
  fromRegister: z.boolean(),
  provenance: widthProvenance,
  /** The day it was seen; where nobody said one, the day it was entered. */
  on: z.string(),
  note: z.string().nullable(),
});

export const nearRoad = z
  .object({
    /** For POST /api/corrections. */
    target: z.string(),
    /** Alley label, else street name; null where it has none. */
    name: z.string().nullable(),
    class: z.string(),
    alleyLevel: z.number().int(),
    motor: z.boolean(),
    widthMeters: z.number(),
    widthProvenance,
    /** How wide it may be at most where its width is assumed; null where it is not. */
    possibleWidthMeters: z.number().nullable(),
    /** How wide a road of its class and level is taken to be at most; null where no list says. */
    classMaxWidthMeters: z.number().nullable(),
    /** A figure above these may have lost its comma; null where nothing is known to compare it with. */
    doubtfulWidthMeters: z.number().nullable(),
    doubtfulHeightMeters: z.number().nullable(),
    /** What is reported nearer than this to something else may be the same; null where no bound is known. */
    sameObstacleMeters: z.number().nullable(),
    /** null: no limit is known. */
    maxHeightMeters: z.number().nullable(),
    maxWeightTonnes: z.number().nullable(),
    /** null: the map says it, or, where it is assumed, nobody does. */
    said: z.object({
      width: said.nullable(),
      height: said.nullable(),
      weight: said.nullable(),
    }),
    /** What the map has standing on it; what people entered is in GET /api/corrections?target=. */
    barriers: z.array(z.object({ kind: z.string(), lon: z.number(), lat: z.number() })),
    /** The day of the map's newest edit; null where it does not say. */
    mapDay: z.string().nullable(),
    synthetic: z.boolean(),
    /** From the point asked for to the road, and the point of the road nearest to it. */
    meters: z.number(),
    lon: z.number(),
    lat: z.number(),
    geometry: z.object({
      type: z.literal('LineString'),
      coordinates: z.array(z.array(z.number())),
    }),
  })
  .openapi('NearRoad');

export const obstacleKinds = z
  .object({
    kinds: z.array(
      z.object({
        kind: z.string(),
        /** way: it fills the whole way; point: it stands somewhere on it. */
        place: z.enum(['point', 'way']),
        /** What `clearMeters` of an obstacle limits; null where it has none. */
        limits: z.enum(['height', 'width']).nullable(),
        hasHours: z.boolean(),
        passesMotor: z.boolean(),
        passesMotorbikes: z.boolean(),
        passesFoot: z.boolean(),
        delaySeconds: z.number(),
      }),
    ),
  })
  .openapi('ObstacleKinds');

export const assumedWidths = z
  .object({
    wards: z.array(
      z.object({
        /** null: outside of every ward that is known. */
        wardId: z.number().int().nullable(),
        ward: z.string().nullable(),
        alleyMeters: z.number(),
        assumedMeters: z.number(),
        assumedAlleys: z.number().int(),
        /** House numbers in such an alley, or in one that is reached through it. */
        houses: z.number().int(),
        /** Streets that an engine may use, of assumed width too. */
        assumedStreets: z.number().int(),
        assumedStreetMeters: z.number(),
        /** Limits of height and weight, and clearances at obstacles, that people only judged by eye. */
        assumedLimits: z.number().int(),
      }),
    ),
    synthetic: z.boolean(),
  })
  .openapi('AssumedWidths');

export const assumedAlleys = z
  .object({
    alleys: z.array(
      z.object({
        target: z.string(),
        name: z.string().nullable(),
        alleyLevel: z.number().int(),
        widthMeters: z.number(),
        meters: z.number(),
        /** House numbers at it, or in an alley that is reached through it. */
        houses: z.number().int(),
        lon: z.number(),
        lat: z.number(),
      }),
    ),
    /** What people only judged by eye beside widths. */
    limits: z.array(
      z.object({
        target: z.string(),
        name: z.string().nullable(),
        field: z.enum(['max_height_m', 'max_weight_t', 'obstacle']),
        /** Of the obstacle. */
        kind: z.string().nullable(),
        /** Metres or tonnes; null: no limit. */
        amount: z.number().nullable(),
        lon: z.number(),
        lat: z.number(),
      }),
    ),
  })
  .openapi('AssumedAlleys');

export type Said = z.infer<typeof said>;
export type NearRoad = z.infer<typeof nearRoad>;
export type ObstacleKinds = z.infer<typeof obstacleKinds>;
export type AssumedWidths = z.infer<typeof assumedWidths>;
export type AssumedAlleys = z.infer<typeof assumedAlleys>;
export type AssumedLimit = AssumedAlleys['limits'][number];
