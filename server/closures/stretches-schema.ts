import { z } from '@hono/zod-openapi';
import { roadRef } from '../response/road-schema.ts';
import { position } from './schema.ts';

const namedRoad = roadRef.pick({ name: true, class: true, alleyLevel: true });

const closedStretch = z.object({
  road: namedRoad,
  /** 0 where the road is closed at one place; its line is drawn 15 m to both sides then. */
  meters: z.number(),
  /** Of those that the closure holds for: who might drive here, whether it fits or not. */
  vehicleClasses: z.array(z.string()),
  /** People and hose cannot pass either. */
  onFoot: z.boolean(),
  line: z.array(position),
});

export const closedStretches = z
  .object({
    /** Of all, also of those left out below; each carriageway of a street counts. 0 where all are closed at one place only. */
    meters: z.number(),
    /** Whom any of it is closed to. */
    vehicleClasses: z.array(z.string()),
    onFoot: z.boolean(),
    /** The longest first, at most 20 of `roadCount`; none: it closes nothing. */
    roads: z.array(z.object({ road: namedRoad, meters: z.number() })),
    roadCount: z.number().int(),
    /** The longest first; fewer than `stretchCount` where not all of them have room in the answer. */
    stretches: z.array(closedStretch),
    stretchCount: z.number().int(),
  })
  .openapi('ClosedStretches');

const seen = z.object({
  /** null: not known now. */
  closes: closedStretches.nullable(),
  /** Why it is not known: the road graph is away, or the shape lies over too much of the city to be looked at road by road. */
  unknown: z.enum(['graph-away', 'too-large']).nullable(),
});

export const closurePreview = seen.openapi('ClosurePreview');

export const stretchesOfClosures = z
  .object({ closures: z.array(seen.extend({ id: z.number().int() })) })
  .openapi('StretchesOfClosures');

export type ClosedStretches = z.infer<typeof closedStretches>;
export type ClosurePreview = z.infer<typeof closurePreview>;
export type StretchesOfClosures = z.infer<typeof stretchesOfClosures>;
