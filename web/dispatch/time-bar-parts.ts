import type { UnitResponse } from '../../server/response/schema.ts';

export type BarPartKind = 'turnout' | 'drive' | 'setUp' | 'laying' | 'filling' | 'walking';
export type BarPart = { kind: BarPartKind; seconds: number };

export const waterParts = ['turnout', 'drive', 'setUp', 'laying', 'filling'] as const;
export const crewParts = ['turnout', 'drive', 'walking'] as const;

/**
 * What a unit's time is made of, in order, without empty parts: up to water at the door, or up
 * to its crew at the door when it brings none.
 */
export function barPartsOf(unit: UnitResponse): BarPart[] {
  if (unit.status === 'unreachable') return [];
  const countsToCrew = unit.secondsToWater === null || unit.rankedBy === 'crew';
  const kinds = countsToCrew ? crewParts : waterParts;
  const { parts } = unit;
  if (parts)
    return kinds.map((kind) => ({ kind, seconds: parts[kind] })).filter((part) => part.seconds > 0);
  const drive = unit.drive?.seconds ?? 0;
  const rest = (secondsShown(unit) ?? drive) - drive;
  return [
    { kind: 'drive' as const, seconds: drive },
    { kind: 'walking' as const, seconds: rest },
  ].filter((part) => part.seconds > 0);
}

/** The road graph was away: nobody has looked where the unit stops, and how its water comes. */
export function isRough({ status, hose }: UnitResponse): boolean {
  return status === 'reachable' && hose === null;
}

/** The figure of a unit: to water, or to its first crew in a rescue, without sustained water, and where none is planned. */
export function secondsShown(unit: UnitResponse): number | null {
  if (unit.status === 'unreachable') return null;
  const countsToCrew = unit.rankedBy === 'crew' || isRough(unit);
  return countsToCrew ? unit.secondsToCrew : unit.secondsToWater;
}

export type BarScale = { seconds: number; ticks: number[] };

const tickSteps = [60, 120, 300, 600, 900, 1800, 3600];

/** One scale for all units, ending at the slowest; at most five ticks, on whole steps. */
export function barScaleOf(units: UnitResponse[]): BarScale {
  const totals = units.map((unit) => barPartsOf(unit).reduce((sum, part) => sum + part.seconds, 0));
  const seconds = Math.max(60, ...totals);
  const step = tickSteps.find((candidate) => seconds / candidate <= 5) ?? 7200;
  const ticks: number[] = [];
  for (let tick = step; tick < seconds; tick += step) ticks.push(tick);
  return { seconds, ticks };
}
