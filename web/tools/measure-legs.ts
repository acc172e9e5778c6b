import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { dashMeters } from '../map/hose-dashes.ts';

export type MeasureLeg = {
  straightMeters: number;
  /** Along the streets, with the ways to and from them; null while it is asked, or where there is no way. */
  streetMeters: number | null;
};

export type Measured = {
  legs: MeasureLeg[];
  straightMeters: number;
  /** Null as soon as one leg has none: a sum of some would be too short. */
  streetMeters: number | null;
  /** Running totals at each point but the first: along the streets where known up to there. */
  running: number[];
};

/** `streetMeters` has one entry per leg. */
export function sumLegs(points: Position[], streetMeters: (number | null)[]): Measured {
  const legs = points.slice(1).map((to, index) => ({
    straightMeters: metersBetween(points[index]!, to),
    streetMeters: streetMeters[index] ?? null,
  }));
  const isComplete = legs.length > 0 && legs.every((leg) => leg.streetMeters !== null);
  let total = 0;
  const running = legs.map((leg) => {
    total += (isComplete ? leg.streetMeters : null) ?? leg.straightMeters;
    return total;
  });
  return {
    legs,
    straightMeters: legs.reduce((sum, leg) => sum + leg.straightMeters, 0),
    streetMeters: isComplete ? legs.reduce((sum, leg) => sum + (leg.streetMeters ?? 0), 0) : null,
    running,
  };
}

/** Hoses that reach that far without any slack. */
export function hosesFor(meters: number): number {
  return Math.ceil((meters - 0.5) / dashMeters);
}
