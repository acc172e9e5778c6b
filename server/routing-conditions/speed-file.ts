// Closures and traffic as osrm-customize reads them: one line per stretch and direction,
// `from,to,km/h,rate`. Pure. A stretch of speed 0 would cut off whole blocks in OSRM; so a closed one is
// only so slow that no way leads along it but where there is none other, and that such a way can be told
// by its seconds.

import type { CityClosure, ClosedPair, ClosedRoads } from '../planner/close-city.ts';
import type { SpeedOnRoad } from '../traffic/held-pairs.ts';
import { rateAvoided } from './rate-avoided.ts';

/** What crossing one impassable stretch costs, and a part of it its share; the most that OSRM can keep is 419,430 s. */
export const impassableSeconds = 300_000;

export type ClosedCity = { closures: CityClosure[]; closed: ClosedRoads; avoidedKmh: number };

export type SpeedClass = { code: string; speedFactor: number; heldByTraffic: boolean };

/** `traffic` in the order of its nodes, so that the same speeds make the same file. Empty when nothing is closed to the class, and no traffic holds it up. */
export function writeSpeedFile(
  city: ClosedCity,
  traffic: SpeedOnRoad[],
  vehicle: SpeedClass,
): string {
  const held = new Map(traffic.filter((speed) => holds(speed, vehicle)).map(nameSpeed));
  const closed = new Map<string, string>();
  const { avoided, impassable } = listClosures(city, vehicle.code);
  for (const { pairs, secondsPerMeter } of rateAvoided(avoided))
    for (const pair of pairs)
      for (const ends of endsOf(pair))
        closed.set(
          ends,
          soften(Math.min(pair.kmh, city.avoidedKmh, held.get(ends) ?? Infinity), secondsPerMeter),
        );
  // What is impassable replaces what is only to be avoided.
  for (const { pairs } of impassable)
    for (const pair of pairs) for (const ends of endsOf(pair)) closed.set(ends, slow(pair));
  const heldLines = [...held]
    .filter(([ends]) => !closed.has(ends))
    .map(([ends, kmh]) => `${ends},${kmh},${round(kmh / 3.6)}\n`);
  const closedLines = [...closed].map(([ends, values]) => `${ends},${values}\n`);
  return [...closedLines.toSorted(), ...heldLines].join('');
}

function listClosures({ closures, closed }: ClosedCity, vehicleClass: string) {
  const byId = new Map(closures.map((closure) => [closure.id, closure]));
  const isFor = ({ vehicleClasses }: CityClosure): boolean =>
    vehicleClasses === null || vehicleClasses.includes(vehicleClass);
  const ofClass = closed
    .map(({ id, pairs }) => ({ closure: byId.get(id)!, pairs }))
    .filter(({ closure }) => isFor(closure));
  const of = (effect: CityClosure['effect']) =>
    ofClass.filter(({ closure }) => closure.effect === effect);
  return { avoided: of('avoid'), impassable: of('impassable') };
}

function endsOf({ from, to }: ClosedPair): [string, string] {
  return [`${from},${to}`, `${to},${from}`];
}

/** Traffic only ever slows. */
function holds({ kmh, roadKmh }: SpeedOnRoad, { heldByTraffic, speedFactor }: SpeedClass): boolean {
  return heldByTraffic && kmh < roadKmh * speedFactor;
}

function nameSpeed({ from, to, kmh }: SpeedOnRoad): [ends: string, kmh: number] {
  return [`${from},${to}`, round(kmh)];
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

function slow({ meters }: ClosedPair): string {
  const metersPerSecond = Math.max(meters, 0.1) / impassableSeconds;
  return `${(3.6 * metersPerSecond).toFixed(12)},${metersPerSecond.toFixed(12)}`;
}

/** Never cheaper than the seconds that it takes. */
function soften(kmh: number, secondsPerMeter: number): string {
  return `${kmh},${round(Math.min(1 / secondsPerMeter, kmh / 3.6))}`;
}
