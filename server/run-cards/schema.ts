// The set of a response: who to send for an incident, requirement by requirement.

import { z } from '@hono/zod-openapi';
import { note } from '../response/note-schema.ts';
import { capabilities } from './requirements.ts';

export const incidentType = z.enum(['fire', 'rescue']);

const capability = z.enum(capabilities);

const requirement = z.object({
  capability,
  amount: z.number(),
  /** At most the amount. */
  have: z.number(),
  /** When the last of it is at the door; null while something is missing. */
  seconds: z.number().nullable(),
  by: z.array(z.object({ vehicleId: z.string(), amount: z.number(), seconds: z.number() })),
  /** Why it is not all there: none-in-register, all-sent, not-available, unreachable, ladder-too-short, ladder-too-short-sent (it goes all the same, for an amount of 0), replaced, … */
  why: note.nullable(),
  /** assumed: no rule of the city's own. */
  mark: z.enum(['sourced', 'assumed']),
  source: z.string(),
});

const setVehicle = z.object({
  /** A unit's id, or `mobilised:12`. */
  vehicleId: z.string(),
  callSign: z.string(),
  vehicleClass: z.string(),
  /** When the first of what it is sent for is at the door. */
  seconds: z.number(),
  /** Empty for a chosen unit that the card does not ask for. */
  fills: z.array(capability),
  /** Set for a vehicle of others: whom to call, and how long until it leaves; its class is then its kind. */
  mobilised: z
    .object({
      owner: z.string(),
      phone: z.string().nullable(),
      callOutSeconds: z.number(),
      tankLiters: z.number().nullable(),
      /** What its time of driving rests on. */
      timedBy: z.object({
        router: z.enum(['osrm', 'graph', 'straight-line']),
        /** The class of the own unit whose stop it is timed to; null: to the door, because none has a stop. */
        stopOf: z.string().nullable(),
        /** Whether that is its own class. */
        isOwnClass: z.boolean(),
        /** The road graph was not asked, or did not say in time, whether what people know of the roads changes it. */
        isUnchecked: z.boolean(),
        /** A ladder truck, and nobody looked for ground for its jacks: of the road only the breadth was judged, if that. */
        isGroundUnknown: z.boolean(),
      }),
    })
    .nullable(),
});

export const recommendedSet = z
  .object({
    incidentType,
    alarmLevel: z.number(),
    /** Those that the cards of this type know. */
    alarmLevels: z.array(z.number().int()),
    /** What the run card was read by. */
    fireGroup: z.string(),
    floors: z.number(),
    /** What of that nobody has recorded. */
    estimated: z.array(z.enum(['use', 'floors'])),
    requirements: z.array(requirement),
    /** Soonest first. */
    vehicles: z.array(setVehicle),
    /** Vehicles of others that were sent already and yet do not count: no other list of the answer has their name. */
    othersNotCounted: z
      .array(z.object({ vehicleId: z.string(), callSign: z.string(), why: note }))
      .optional(),
    /** The unit that the dispatcher chose, where it comes and so is one of them, and the one that is left out for it. */
    chosen: z.object({ unitId: z.string(), insteadOf: z.string().nullable() }).nullable(),
    total: z.object({
      vehicles: z.number().int(),
      /** So many of them are of others. */
      mobilised: z.number().int(),
      crew: z.number().int(),
      liters: z.number(),
      /** When the last requirement is met; null while one is not. */
      seconds: z.number().nullable(),
      isComplete: z.boolean(),
    }),
  })
  .openapi('RecommendedSet');

export type RecommendedSet = z.infer<typeof recommendedSet>;
