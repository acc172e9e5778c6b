// The part of the contract that offers the dispatcher more than the one answer.

import { z } from '@hono/zod-openapi';
import { note } from './note-schema.ts';
import { roadRef } from './road-schema.ts';
import { lineGeometry, point } from './water-schema.ts';

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
    /** Of that hose, so many lengths are more than it carries. */
    missingLengths: z.number().int(),
    /** All the hose of first attack, where that does not reach the door; else null. */
    reelMeters: z.number().nullable(),
    secondsToCrew: z.number(),
    /** null: first attack, which brings no water that lasts, or no water in reach. */
    secondsToWater: z.number().nullable(),
    /** How long first attack lasts; null for the others. */
    secondsOfAgent: z.number().nullable(),
    why: note,
  })
  .openapi('Closer');

/** Another stop whose total is nearly that of the best: asked for as `stop`, it is the unit's own. */
export const alternative = z
  .object({
    stop: point.extend({ road: roadRef, blockedBy: roadRef.nullable() }),
    driveSeconds: z.number(),
    hose: z.object({
      meters: z.number(),
      lengths: z.number().int(),
      /** On to the water, where the tank cannot fill the hose to the door. */
      supplyLengths: z.number().int(),
      missingLengths: z.number().int(),
      geometry: lineGeometry,
    }),
    secondsToCrew: z.number(),
    secondsToWater: z.number().nullable(),
    /** How much later than the best, by the clock that the unit is ranked by. */
    extraSeconds: z.number(),
    why: note,
  })
  .openapi('Alternative');

const bringer = z.object({ unitId: z.string(), callSign: z.string() });

/** Where the engines behind the first one stand, so that the mouth of the alley stays free. */
export const support = z
  .object({
    /** The engine that they come after. */
    unitId: z.string(),
    /**
     * Where the next engine waits on its way: of those of the set who do not go to the water the soonest, where it has none
     * any other; null: see notes.
     */
    staging: point
      .extend({
        unit: bringer,
        road: roadRef,
        /**
         * From the first engine's stop to the middle of the one that waits: along the road, straight where that one cannot
         * drive to the first.
         */
        metersFromStop: z.number(),
        /** It cannot drive to where the first one stops. */
        isApart: z.boolean(),
      })
      .nullable(),
    /** Where an engine, or a portable pump, stands at the water that feeds the first; null: see notes. */
    supply: point
      .extend({
        waterId: z.string(),
        road: roadRef,
        hoseMeters: z.number(),
        /** Who brings the pump; null: nobody has one left, or none is needed. */
        unit: bringer.nullable(),
        /** The pump is carried: by whoever brings it, or since no engine can drive up to the water. */
        isCarried: z.boolean(),
      })
      .nullable(),
    /** no-second-engine, next-at-water, no-staging-room, no-way-to-stage, no-supply */
    notes: z.array(note),
  })
  .openapi('Support');

export type Support = z.infer<typeof support>;
export type Alternative = z.infer<typeof alternative>;
export type Closer = z.infer<typeof closer>;
