// Roads on which everybody is slow at present, as it was seen there. It only ever slows: who is slower
// anyway loses nothing. Pure.

import { isHeldNow, type Vehicle } from './vehicle-access.ts';
import { secondsPerMeter } from './speed.ts';
import { overlapMeters, type Interval } from './road-conditions.ts';
import type { RoadGraph } from './build-graph.ts';

/** Metres between two points of an edge, against its direction where `to` is less than `from`. */
type Passage = { edge: number; from: number; to: number };

/** Seconds that an arc's traffic costs one who drives from one point of its edge to another. */
export function secondsHeld(
  graph: RoadGraph,
  { vehicle, access }: { vehicle: Vehicle; access: Uint8Array },
  { edge, from, to }: Passage,
): number {
  if (!isHeldNow(access, edge)) return 0;
  const stretches = graph.conditions.held.get(2 * edge + (to >= from ? 0 : 1)) ?? [];
  const own = secondsPerMeter(graph, edge, vehicle);
  const { byClass, avoidedKmh } = graph.conditions;
  const avoided = byClass.get(vehicle.code)?.avoided.get(edge);
  // Along what is to be avoided it is slow already.
  const ownThere = Math.max(own, 3.6 / avoidedKmh);
  return stretches.reduce((sum, stretch) => {
    const held = overlapMeters(stretch, from, to);
    const both = avoided ? common(stretch, avoided) : null;
    const heldThere = both ? Math.min(held, overlapMeters(both, from, to)) : 0;
    const lost = (perMeter: number) => Math.max(0, stretch.secondsPerMeter - perMeter);
    return sum + (held - heldThere) * lost(own) + heldThere * lost(ownThere);
  }, 0);
}

function common(a: Interval, b: Interval): Interval {
  const from = Math.max(a.from, b.from);
  return { from, to: Math.max(from, Math.min(a.to, b.to)) };
}

/** What traffic costs on a way: seconds, on how many metres, who says so, and since when at least. */
export type Held = { seconds: number; meters: number; sources: string[]; oldestAt: number };

/** null where the way loses nothing. */
export function sumHeld(
  graph: RoadGraph,
  driver: { vehicle: Vehicle; access: Uint8Array },
  passes: Passage[],
): Held | null {
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
