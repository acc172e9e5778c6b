// The contract of POST /api/response. Reasons, notes and steps are codes with parameters:
// the client words them, in its language.

import { z } from '@hono/zod-openapi';
import { placeId } from '../places/schema.ts';
import { incidentType, recommendedSet } from '../run-cards/schema.ts';
import { typedMoment } from '../typed-moment.ts';
import { alternative, closer, support } from './choices-schema.ts';
import { note } from './note-schema.ts';
import { roadRef, widthProvenance } from './road-schema.ts';
import { ladder, lineGeometry, need, ownTank, point, relay, waterInReach } from './water-schema.ts';

/** A landmark or crossing that people name, and how far it is. */
const landmark = z.object({ kind: z.string(), name: z.string(), meters: z.number() });

/** `place`: the goal itself. `way`: what leads to it, named by its road where that one stops the unit. */
const goal = z.object({
  kind: z.enum(['place', 'way']),
  side: z.enum(['left', 'right']),
  road: z.object({ name: z.string().nullable(), alleyLevel: z.number().int() }).nullable(),
});

export const step = z
  .object({
    /** depart, turn, continue, roundabout, merge, end-of-road, fork, contraflow, arrive */
    code: z.string(),
    /** left, right, slight left, …, straight, uturn; null where it means nothing */
    modifier: z.string().nullable(),
    /** Of depart: the bearing in which one sets off, in whole degrees clockwise from north; left out where it is not known. */
    heading: z.number().int().optional(),
    exit: z.number().int().nullable(),
    roadName: z.string().nullable(),
    /** What people name beside it; null also where the request did not ask for landmarks. */
    near: landmark.nullable(),
    /** The class does not get round there in one sweep and may have to shunt: the clear width of the narrower road (of an assumed one the most that it may be), and what it would need. null also while the road graph is away. */
    tight: z
      .object({
        widthMeters: z.number(),
        neededMeters: z.number(),
        provenance: widthProvenance,
      })
      .nullable(),
    /** Of arrive: on which side of the way the goal lies, or the road by which the crew goes on to it on foot; left out where that is not sure, or ahead or behind. */
    goal: goal.optional(),
    meters: z.number(),
    seconds: z.number(),
    lon: z.number(),
    lat: z.number(),
  })
  .openapi('Step');

export const unitResponse = z
  .object({
    unitId: z.string(),
    callSign: z.string(),
    station: z.object({ id: z.string(), name: z.string(), lon: z.number(), lat: z.number() }),
    /** Where it was last seen; null when it never said. isStart: it is taken to start there. */
    position: point
      .extend({
        ageSeconds: z.number(),
        isStale: z.boolean(),
        /** How far off it may be, where the device says that it is more than `position_accuracy_doubtful`. */
        doubtfulMeters: z.number().nullable(),
        isStart: z.boolean(),
      })
      .nullable(),
    vehicleClass: z.string(),
    /** first-attack: no sustained flow, so never ranked as first water. support: no water at all, as a ladder truck. */
    role: z.enum(['water', 'first-attack', 'support']),
    /** The clock that its stop and its place in the list go by: in a rescue, and without sustained flow, its crew's. */
    rankedBy: z.enum(['water', 'crew']),
    status: z.enum(['reachable', 'unreachable']),
    drive: z
      .object({
        router: z.enum(['osrm', 'graph', 'table', 'straight-line']),
        /** The graph reckoned it beforehand, as of stations further away than those that OSRM is asked for, until their way is drawn; nothing is away. */
        isBeforehand: z.literal(true).optional(),
        seconds: z.number(),
        /** null, as geometry, beyond the first three units and the first that brings water (where closures or traffic are in force, also the first six and two of each class); ask again with up to 12 unitIds. */
        meters: z.number().nullable(),
        geometry: lineGeometry.nullable(),
        steps: z.array(step),
      })
      .nullable(),
    stop: point
      .extend({
        reason: note,
        /** The road the unit stands on. */
        road: roadRef.nullable(),
        /** Room to stand and work there; null while the road graph is away. */
        room: z
          .object({
            /** Others do not get past, or the jacks find no ground. */
            blocksRoad: z.boolean(),
            neededWidthMeters: z.number(),
            neededLengthMeters: z.number(),
            lengthMeters: z.number(),
            /** From a dead end longer than the rule allows back to where it can turn. */
            reverseMeters: z.number().nullable(),
          })
          .nullable(),
        /** The road that is too narrow, when that is the reason. */
        blockedBy: roadRef.nullable(),
      })
      .nullable(),
    hose: z
      .object({
        meters: z.number(),
        /** To the door, with a spare. */
        lengths: z.number().int(),
        /** On to the water, where the tank cannot fill the hose to the door; else 0. */
        supplyLengths: z.number().int(),
        carriedLengths: z.number().int(),
        /** Of both. */
        missingLengths: z.number().int(),
        /** Who brings those, the soonest first; empty where nothing is missing, and where all who come do not carry as much. */
        broughtBy: z.array(
          z.object({ unitId: z.string(), callSign: z.string(), lengths: z.number().int() }),
        ),
        geometry: lineGeometry,
        provenance: z.literal('derived'),
        /** How the engine pumps what the building needs along it; null for first attack, and where water is null. */
        relay: relay.nullable(),
      })
      .nullable(),
    /** null beyond the first three units and the first that brings water (ask again with up to 12 unitIds), and while the road graph is away. */
    water: waterInReach.nullable(),
    ownTank: ownTank.nullable(),
    /** Seconds of each part of secondsToWater; null where the unit gives no sustained water. */
    parts: z
      .object({
        turnout: z.number(),
        drive: z.number(),
        setUp: z.number(),
        laying: z.number(),
        filling: z.number(),
        walking: z.number(),
      })
      .nullable(),
    secondsToCrew: z.number().nullable(),
    secondsToWater: z.number().nullable(),
    /** Seconds the unit's own agent lasts at its pump's flow once the hose is filled. */
    secondsOfAgent: z.number().nullable(),
    /** Stops nearly as good as this one; given where water is. */
    alternatives: z.array(alternative),
    /** What gets closer, where it stops far from the door. */
    closer: z.array(closer),
    notes: z.array(note),
  })
  .openapi('UnitResponse');

export const readBack = z
  .object({
    label: z.string(),
    ward: z.string().nullable(),
    /** The alley mouth to enter by, when the door lies in an alley. */
    mouth: z.object({ alley: z.string(), onto: z.string().nullable() }).nullable(),
    /** A landmark or crossing near the door or the mouth. */
    near: landmark.nullable(),
  })
  .openapi('ReadBack');

export const destination = z
  .object({
    /** null for a point on the map. */
    place: z.object({ id: z.string(), kind: z.string(), label: z.string() }).nullable(),
    building: z
      .object({
        id: z.number(),
        floors: z.number().nullable(),
        geometry: z.object({
          type: z.literal('MultiPolygon'),
          coordinates: z.array(z.array(z.array(z.array(z.number())))),
        }),
      })
      .nullable(),
    door: point.extend({
      /** chosen: by the dispatcher, for this request. */
      provenance: z.enum(['surveyed', 'named-way', 'nearest-way', 'none', 'chosen']),
      /** The road that it opens onto; null while the road graph is away, or where there is none. */
      road: roadRef.nullable(),
      /** Other doors to consider when this one is assumed or chosen. */
      alternatives: z.array(point.extend({ road: roadRef })),
    }),
    readBack,
    /** How much water the building needs; null where no building is known: see notes. */
    need: need.nullable(),
    water: waterInReach,
    ladder: ladder.nullable(),
    /** What the need rests on, or what keeps it from being known: building-at-point, need-no-building, need-unread, need-no-rule. */
    notes: z.array(note),
  })
  .openapi('Destination');

export const responseResult = z
  .object({
    destination,
    units: z.array(unitResponse),
    /** null: no engine that brings water comes, or the road graph was away. */
    support: support.nullable(),
    notRanked: z.array(
      z.object({
        unitId: z.string(),
        callSign: z.string(),
        station: z.string(),
        vehicleClass: z.string(),
        why: note,
      }),
    ),
    /**
     * Why the list of units may be empty: no-stations, no-units, no-available-units, no-road-near.
     * Which units are in it though they are not available: status-now; sent-status for one of withUnitIds, also where it is busy: whether it was sent to this incident only who asks knows. Which the request names that are none: unknown-unit, with the field; the answer is as without them.
     * And what the answer was made without: graph-away (no stop, hose or water), last-known.
     */
    notes: z.array(note),
    /** Who to send for this incident; null where only some units were asked for. */
    set: recommendedSet.nullable(),
    degraded: z.boolean(),
    synthetic: z.boolean(),
    dataVersion: z.string(),
  })
  .openapi('Response');

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-85).max(85);

export const responseRequest = z
  .strictObject({
    placeId: placeId.optional(),
    lon: longitude.optional(),
    lat: latitude.optional(),
    vehicleClass: z.string().max(40).optional(),
    /** Only these, and these whatever their status. */
    unitIds: z.array(z.string().max(80)).max(200).optional(),
    /**
     * These come as well, whatever their status, before others that are available: those sent already, in the order in which they count behind `unitIds`. Where it is given, also empty, hose of no others is promised.
     * Where all units are asked for, these are planned as well and count first in the set, which asks only for what is missing beside them; vehicles of others (`mobilised:12`) too.
     */
    withUnitIds: z.array(z.string().max(80)).max(40).optional(),
    /** These do not come behind others, though they are available: replaced by hand. */
    withoutUnitIds: z.array(z.string().max(80)).max(40).optional(),
    /** Where the units of `unitIds` are to stop, instead of where it would be best. */
    stop: z.strictObject({ lon: longitude, lat: latitude }).optional(),
    /** fire when not given. A rescue has cards of its own, and ranks by first crew. */
    incidentType: incidentType.optional(),
    /** 1 when not given: the run card that the set is made for. */
    alarmLevel: z.number().int().min(1).max(5).optional(),
    /** The unit that the dispatcher sends: planned whatever its status, and part of the set; without the one that it replaces. */
    chosen: z
      .strictObject({ unitId: z.string().max(80), insteadOf: z.string().max(80).optional() })
      .optional(),
    /** Where the place's door meets its road, when the dispatcher knows better; kept for this request only. */
    door: z.strictObject({ lon: longitude, lat: latitude }).optional(),
    /** Name what stands near each turn of the ways, for the crew. */
    landmarks: z.boolean().optional(),
    /** Counts with the values (times, speeds, classes) valid on the city's day of that moment; now when not given. */
    at: typedMoment().optional(),
  })
  .superRefine(({ placeId: place, lon, lat, door, stop, ...request }, context) => {
    const { unitIds, vehicleClass, chosen } = request;
    if (chosen && (unitIds || vehicleClass !== undefined))
      context.addIssue({
        code: 'custom',
        path: ['chosen'],
        message: 'a set is made of all units: give neither unitIds nor vehicleClass with chosen',
      });
    if (chosen && chosen.insteadOf === chosen.unitId)
      context.addIssue({
        code: 'custom',
        path: ['chosen', 'insteadOf'],
        message: 'a unit does not replace itself',
      });
    if (door && place === undefined)
      context.addIssue({
        code: 'custom',
        path: ['door'],
        message: 'a point has no door to choose: give the point of the door itself',
      });
    if (stop && !unitIds?.length)
      context.addIssue({
        code: 'custom',
        path: ['stop'],
        message: 'name the units that stop there in unitIds',
      });
    const points = [lon, lat].filter((value) => value !== undefined).length;
    if (place === undefined ? points !== 2 : points !== 0)
      context.addIssue({
        code: 'custom',
        path: ['placeId'],
        message: 'give either placeId, or lon and lat',
      });
  })
  .openapi('ResponseRequest');

export type Note = z.infer<typeof note>;
export type UnitResponse = z.infer<typeof unitResponse>;
export type ResponseRequest = z.infer<typeof responseRequest>;
export type ResponseResult = z.infer<typeof responseResult>;
export type Step = z.infer<typeof step>;
export type Landmark = z.infer<typeof landmark>;
