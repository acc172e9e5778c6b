// Traffic as feeds tell it: how fast it moves from one OpenStreetMap node to a neighbouring one.

import { z } from '@hono/zod-openapi';
import { realNumber } from '../../sql/real-number.ts';
import { typedMoment } from '../typed-moment.ts';
import { lineOfText } from '../typed-text.ts';

const leftOut = z.number().int().openapi({
  description:
    'Stretches of all feeds and own vehicles that do not count, as too many others are slower',
});

export const maxSegments = 10_000;
/** Of a batch: ten thousand lines with room to breathe. */
export const maxTrafficBytes = 2 * 1024 * 1024;
const maxKmh = 130;

const nodeId = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

export const segmentSpeed = z.strictObject({
  from: nodeId,
  to: nodeId,
  /** 0 is a standstill; it counts as `traffic_slowest_speed`, since traffic closes no road. */
  kmh: realNumber(0, maxKmh),
  /** When it was seen; now, when not given. */
  at: typedMoment().optional(),
});

export const sourceName = lineOfText(80);

export const newTraffic = z
  .strictObject({
    /** Who says so. The newest of each source counts. */
    source: sourceName,
    segments: z.array(segmentSpeed).min(1).max(maxSegments),
  })
  .openapi('NewTraffic');

export const trafficKept = z
  .object({
    source: z.string(),
    /** Segments that count from now on. */
    kept: z.number().int(),
    /** Seen longer ago than `traffic_valid`, and so left out. */
    tooOld: z.number().int(),
    /** Of which this source said newer, in this batch or before, and so left out. */
    outdated: z.number().int(),
    leftOut,
    /** Between nodes that no road of the loaded map joins, and so left out; the first ones as examples. */
    unknown: z.object({
      count: z.number().int(),
      examples: z.array(z.object({ from: z.number(), to: z.number() })),
    }),
  })
  .openapi('TrafficKept');

const position = z.tuple([z.number(), z.number()]);
export const kind = z.enum(['feed', 'unit']);

export const trafficNow = z
  .object({
    /** Segments in force; `segments` may hold fewer. */
    total: z.number().int(),
    leftOut,
    /** A speed counts so long after it was seen. */
    validMinutes: z.number(),
    newestAt: z.string().nullable(),
    sources: z.array(
      z.object({
        source: z.string(),
        /** unit: the positions of our own vehicle of that call sign. */
        kind,
        segments: z.number().int(),
        newestAt: z.string(),
      }),
    ),
    segments: z.array(
      z.object({
        from: z.number(),
        to: z.number(),
        kmh: z.number(),
        /** What a large engine drives there when the road is empty. */
        roadKmh: z.number(),
        source: z.string(),
        kind,
        at: z.string(),
        ageSeconds: z.number(),
        line: z.tuple([position, position]),
      }),
    ),
  })
  .openapi('Traffic');

export type NewTraffic = z.infer<typeof newTraffic>;
export type SegmentSpeed = z.infer<typeof segmentSpeed>;
export type TrafficKept = z.infer<typeof trafficKept>;
export type TrafficNow = z.infer<typeof trafficNow>;
