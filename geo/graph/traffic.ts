// Roads on which everybody is slow at present, as it was seen there. It only ever slows: who is slower
// anyway loses nothing. Pure.

import type { RoadGraph } from './build-graph.ts';
import type { Driver } from './drive.ts';
import type { Passage } from './passage.ts';
import { overlapMeters, type Interval } from './road-conditions.ts';
import { secondsPerMeter } from './speed.ts';
import { isAvoidedNow, isHeldNow } from './vehicle-access.ts';

/** Seconds that an arc's traffic costs one who drives from one point of its edge to another. */
export function secondsHeld(
  graph: RoadGraph,
  { vehicle, access }: Driver,
  { edge, from, to }: Passage,
): number {
  if (!isHeldNow(access, edge)) return 0;
  const { held, byClass, avoidedKmh } = graph.conditions;
  const stretches = held.get(2 * edge + (to >= from ? 0 : 1));
  if (!stretches) return 0;
  const own = secondsPerMeter(graph, edge, vehicle);
  const avoided = isAvoidedNow(access, edge)
    ? byClass.get(vehicle.code)?.avoided.get(edge)
    : undefined;
  let seconds = 0;
  for (const stretch of stretches) {
    const lost = stretch.secondsPerMeter - own;
    if (lost <= 0) continue;
    const meters = overlapMeters(stretch, from, to);
    seconds += meters * lost;
    if (!avoided || meters === 0) continue;
    // Along what is to be avoided it is slow already.
    const both = overlapMeters(common(stretch, avoided), from, to);
    seconds -= both * Math.min(lost, Math.max(0, 3.6 / avoidedKmh - own));
  }
  return seconds;
}

function common(a: Interval, b: Interval): Interval {
  const from = Math.max(a.from, b.from);
  return { from, to: Math.max(from, Math.min(a.to, b.to)) };
}

/** What traffic costs on a way: seconds, on how many metres, who says so, and since when at least. */
export type Held = { seconds: number; meters: number; sources: string[]; oldestAt: number };

/** null where the way loses nothing. */
export function sumHeld(graph: RoadGraph, driver: Driver, passes: Passage[]): Held | null {
  const held = emptyHeld();
  for (const passage of passes) {
    const { edge, from, to } = passage;
    const seconds = secondsHeld(graph, driver, passage);
    if (seconds === 0) continue;
    held.seconds += seconds;
    const own = secondsPerMeter(graph, edge, driver.vehicle);
    for (const stretch of graph.conditions.held.get(2 * edge + (to >= from ? 0 : 1)) ?? []) {
      const meters = stretch.secondsPerMeter > own ? overlapMeters(stretch, from, to) : 0;
      if (meters > 0) noteHeld(held, { ...stretch, meters });
    }
  }
  return finishHeld(held);
}

export function emptyHeld(): Held {
  return { seconds: 0, meters: 0, sources: [], oldestAt: Infinity };
}

export function noteHeld(
  held: Held,
  { meters, source, at }: { meters: number; source: string; at: number },
): void {
  held.meters += meters;
  held.oldestAt = Math.min(held.oldestAt, at);
  if (!held.sources.includes(source)) held.sources.push(source);
}

export function finishHeld(held: Held): Held | null {
  return held.seconds > 0 ? held : null;
}
