// The part of the contract that says which water there is, and how it comes to the fire. All
// hydraulics are estimates for planning; docs/definitions.md has the formulas.

import { z } from '@hono/zod-openapi';
import { roadRef } from './road-schema.ts';

export const point = z.object({ lon: z.number(), lat: z.number() });
export const lineGeometry = z.object({
  type: z.literal('LineString'),
  coordinates: z.array(z.array(z.number())),
});

const waterKind = z.enum(['hydrant', 'tank', 'cistern', 'pond', 'lake', 'river']);

/** The main that a hydrant stands on, with whom to call there. */
const main = z.object({
  id: z.string(),
  name: z.string().nullable(),
  owner: z.string().nullable(),
  dutyPhone: z.string().nullable(),
});

export const waterPointInReach = z
  .object({
    id: z.string(),
    kind: waterKind,
    name: z.string().nullable(),
    status: z.enum(['usable', 'unverified']),
    /** null: flow unknown, which is not the same as no flow. */
    litersPerSecond: z.number().nullable(),
    /** Residual pressure, measured; null: unknown, and then only a pump at it feeds a line. */
    pressureBar: z.number().nullable(),
    volumeM3: z.number().nullable(),
    /** From the surface of open water up to the pump; null: nobody measured it, and it counts as if every pump drew it. */
    liftMeters: z.number().nullable(),
    main: main.nullable(),
    testedOn: z.string().nullable(),
    lon: z.number(),
    lat: z.number(),
    hoseMeters: z.number(),
    hoseLengths: z.number().int(),
    geometry: lineGeometry,
  })
  .openapi('WaterPointInReach');

const relayOption = z.object({
  /** Parallel lines, each with its share of the flow. */
  lines: z.number().int(),
  hoseLengths: z.number().int(),
  lossBar: z.number(),
  pumps: z.number().int(),
});

export const relay = relayOption
  .extend({
    litersPerSecond: z.number(),
    /** Lengths of its hose that the first who come do not carry. */
    missingLengths: z.number().int(),
    /** Where they stand, from the water on; `engine` is the unit itself. */
    pumpPlaces: z.array(
      point.extend({
        at: z.enum(['water', 'path', 'engine']),
        /** Along the hose, from where its water comes. */
        meters: z.number(),
        /** null: nobody who comes has a pump left for it. */
        broughtBy: z
          .object({
            unitId: z.string(),
            callSign: z.string(),
            means: z.enum(['engine', 'portable']),
          })
          .nullable(),
      }),
    ),
    /** The same water by other numbers of lines. */
    others: z.array(relayOption),
  })
  .openapi('Relay');

export const shuttle = z
  .object({
    waterId: z.string(),
    kind: waterKind,
    name: z.string().nullable(),
    lon: z.number(),
    lat: z.number(),
    /** By road from where they stop to the water. */
    meters: z.number(),
    /** Where they stop, since they do not get to the unit: from there it is pumped on; null: they do get there. */
    stopsOn: point.extend({ road: roadRef }).nullable(),
    vehicleClass: z.string(),
    tankLiters: z.number(),
    /** There, filling, back, emptying. */
    roundTripSeconds: z.number(),
    fillSeconds: z.number(),
    emptySeconds: z.number(),
    /** Who drives, of those that come and are free to: as many as the need takes, or as the water fills one after another. */
    tankers: z.array(z.object({ unitId: z.string(), callSign: z.string() })),
    /** So many others of the class could drive as well. */
    spareTankers: z.number().int(),
    litersPerSecond: z.number(),
    /** How many it would take for the whole need; null: no number does, or the need is not known. */
    tankersForNeed: z.number().int().nullable(),
    /** What a tank gives at most, spread over these hours, where that may be too little; null: it lasts. */
    holds: z
      .object({ volumeM3: z.number(), hours: z.number(), litersPerSecond: z.number() })
      .nullable(),
  })
  .openapi('Shuttle');

export const supply = z
  .object({
    /** What the feeds give together, at most the need. */
    litersPerSecond: z.number(),
    /** What all known sources in reach give; flows add only across mains known to differ. */
    availableLitersPerSecond: z.number(),
    /** null: the need is not known. */
    missingLitersPerSecond: z.number().nullable(),
    feeds: z.array(z.object({ waterId: z.string(), litersPerSecond: z.number(), relay })),
    /** Sources in reach that add nothing, and why. */
    unused: z.array(
      z.object({
        waterId: z.string(),
        kind: waterKind,
        name: z.string().nullable(),
        hoseMeters: z.number(),
        main: main.nullable(),
        /** perhaps-same-main: its main, or that of a hydrant that feeds, is not known. */
        why: z.enum([
          'flow-unknown',
          'no-flow',
          'same-main',
          'perhaps-same-main',
          'too-deep',
          'not-needed',
        ]),
      }),
    ),
    /** Only where no hose reaches water of known flow; null there: no way to drive it was found. */
    shuttle: shuttle.nullable(),
    provenance: z.literal('estimated'),
  })
  .openapi('WaterSupply');

export const waterInReach = z
  .object({
    /** not-planned: the road graph was away, and nobody has looked. */
    status: z.enum(['found', 'none-in-reach', 'none-in-register', 'not-planned']),
    /** The three nearest usable points by hose path and those that feed the fire, nearest first. */
    points: z.array(waterPointInReach),
    /** Working or unknown, but not tested in time: listed apart, up to three. */
    unverified: z.array(waterPointInReach),
    reachMeters: z.number(),
    /** Flow against need from here; null for a unit without sustained flow. */
    supply: supply.nullable(),
  })
  .openapi('WaterInReach');

export const need = z
  .object({
    litersPerSecond: z.number(),
    hours: z.number(),
    /** Functional fire-hazard group of QCVN 06. */
    fireGroup: z.string(),
    use: z.string().nullable(),
    floors: z.number(),
    volumeM3: z.number(),
    /** What it rests on that nobody has measured. */
    estimated: z.array(z.enum(['use', 'floors', 'rule'])),
    /** Which rule gives it, to be read by people. */
    sourceVi: z.string(),
    sourceEn: z.string(),
  })
  .openapi('WaterNeed');

export const ladder = z
  .object({
    /** Height of the eaves: floors by storey height. */
    eavesMeters: z.number(),
    floors: z.number(),
    floorsProvenance: z.enum(['recorded', 'assumed']),
    /** The longest that comes; null: none of the ranked units carries one. */
    longestMeters: z.number().nullable(),
    callSign: z.string().nullable(),
    reaches: z.boolean(),
    /** A longer one on jacks of whom nobody planned a stop in this answer: whether they have room is not known. */
    perhaps: z.object({ callSign: z.string(), meters: z.number() }).nullable(),
  })
  .openapi('LadderReach');

export const ownTank = z.object({
  liters: z.number(),
  /** What the hose from the stop to the door swallows before any water comes out. */
  hoseFillLiters: z.number(),
  litersPerSecond: z.number(),
  /** 0: not enough to fill the hose. */
  seconds: z.number(),
});

export type WaterInReach = z.infer<typeof waterInReach>;
export type WaterSupply = z.infer<typeof supply>;
export type RelayPlan = z.infer<typeof relay>;
export type ShuttlePlan = z.infer<typeof shuttle>;
export type LadderReach = z.infer<typeof ladder>;
