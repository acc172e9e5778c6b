// Closures as osrm-customize reads them: one line per stretch and direction, `from,to,km/h,rate`.
// Pure. A stretch of speed 0 would cut off whole blocks in OSRM; so a closed one is only so slow that
// no way leads along it but where there is none other, and that such a way can be told by its seconds.

import type { CityClosure, ClosedPair, ClosedRoads } from '../planner/close-city.ts';

/** What crossing one impassable stretch costs; the most that OSRM can keep is 419,430 s. */
const impassableSeconds = 300_000;
/** Metres of weight per second: a hundred seconds for each metre that should be avoided. */
const avoidedRate = 0.01;

export type ClosedCity = { closures: CityClosure[]; closed: ClosedRoads; avoidedKmh: number };

/** Empty when nothing is closed to the class. */
export function writeSpeedFile(
  { closures, closed, avoidedKmh }: ClosedCity,
  vehicleClass: string,
): string {
  const byId = new Map(closures.map((closure) => [closure.id, closure]));
  const lines = new Map<string, string>();
  const isFor = ({ vehicleClasses }: CityClosure): boolean =>
    vehicleClasses === null || vehicleClasses.includes(vehicleClass);
  const ofClass = closed
    .map(({ id, pairs }) => ({ closure: byId.get(id)!, pairs }))
    .filter(({ closure }) => isFor(closure))
    // What is impassable comes last and so replaces what is only to be avoided.
    .toSorted((a, b) => a.closure.effect.localeCompare(b.closure.effect));
  for (const { closure, pairs } of ofClass)
    for (const pair of pairs) {
      const values = closure.effect === 'impassable' ? slow(pair) : soften(pair, avoidedKmh);
      for (const ends of [`${pair.from},${pair.to}`, `${pair.to},${pair.from}`])
        lines.set(ends, `${ends},${values}`);
    }
  return [...lines.values()]
    .toSorted()
    .map((line) => `${line}\n`)
    .join('');
}

function slow({ meters }: ClosedPair): string {
  const metersPerSecond = Math.max(meters, 0.1) / impassableSeconds;
  return `${(3.6 * metersPerSecond).toFixed(12)},${metersPerSecond.toFixed(12)}`;
}

function soften({ kmh }: ClosedPair, avoidedKmh: number): string {
  return `${Math.min(kmh, avoidedKmh)},${avoidedRate}`;
}
