// Speeds that were seen as what the map shows of them. Pure.

import type { TrafficNow } from '../../server/traffic/schema.ts';
import type { Pace, TrafficOnMap } from '../map/tool-marks.ts';

/** Shares of what a large engine drives there when the road is empty. */
const jamBelow = 0.4;
const slowBelow = 0.85;

export function paceOf({ kmh, roadKmh }: { kmh: number; roadKmh: number }): Pace {
  if (kmh < jamBelow * roadKmh) return 'jam';
  return kmh < slowBelow * roadKmh ? 'slow' : 'free';
}

/** The worst last, so that it lies on top. */
export function trafficOnMap({ segments }: Pick<TrafficNow, 'segments'>): TrafficOnMap[] {
  return segments.toReversed().map(({ line, ...speed }) => ({ line, pace: paceOf(speed) }));
}
