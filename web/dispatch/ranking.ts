// Who comes behind a unit that is asked for by itself: as all units were ranked, which a question about one unit does not
// know of itself. Pure.

import type { ResponseResult } from '../../server/response/schema.ts';
import type { Target } from '../api.ts';
import { secondsShown } from './time-bar-parts.ts';

/** As many as the server takes. */
export const mostComing = 40;

/**
 * Of two that come within that of each other nobody knows who is there first: drives are estimates, and are timed anew
 * with every answer. By more it is another plan.
 */
const sameOrderSeconds = 60;

type Answered = Pick<ResponseResult, 'units' | 'set'>;
type Ranked = { unitId: string; seconds: number; isRecommended: boolean };

/** Whom the answer about all units counts on for water, as the server does: those of its set, then the others, soonest first. */
function rankWater({ units, set }: Answered): Ranked[] {
  const coming = units.filter(({ role, status }) => role === 'water' && status === 'reachable');
  const ids = new Set(coming.map(({ unitId }) => unitId));
  const ofSet = (set?.vehicles ?? []).filter(({ vehicleId }) => ids.has(vehicleId));
  const recommended = new Set(ofSet.map(({ vehicleId }) => vehicleId));
  return [
    ...ofSet.map(({ vehicleId: unitId, seconds }) => ({ unitId, seconds, isRecommended: true })),
    ...coming
      .filter(({ unitId }) => !recommended.has(unitId))
      .map((unit) => ({
        unitId: unit.unitId,
        seconds: secondsShown(unit) ?? Infinity,
        isRecommended: false,
      })),
  ];
}

export function rankedIds(answer: Answered): string[] {
  return rankWater(answer).map(({ unitId }) => unitId);
}

/** `isRough`: by times of which some were guesses. */
export type Order = { ids: string[]; isRough: boolean };

/**
 * The order that was asked with stays while the same units come about as soon: seconds to and fro are no other plan. A
 * rough one gives way to the next that differs.
 */
export function keepOrder(
  before: Order | null,
  answer: Answered & Pick<ResponseResult, 'degraded'>,
): Order {
  const ranked = rankWater(answer);
  const now = { ids: ranked.map(({ unitId }) => unitId), isRough: answer.degraded };
  if (!before) return now;
  const isKept = before.isRough
    ? JSON.stringify(before) === JSON.stringify(now)
    : isOrderOf(ranked, before.ids);
  return isKept ? before : now;
}

/**
 * The same units, and nobody overtaken by much, nor one that is recommended by one that is not. As they are ranked is an
 * order of them, whatever their seconds.
 */
function isOrderOf(ranked: Ranked[], ids: string[]): boolean {
  const placeOf = new Map(ranked.map(({ unitId }, place) => [unitId, place]));
  if (ids.length !== ranked.length || !ids.every((id) => placeOf.has(id))) return false;
  const places = ids.map((id) => placeOf.get(id)!);
  const isOvertaken = (place: number, by: number) => {
    const [before, after] = [ranked[by]!, ranked[place]!];
    const isOfOthers = before.isRecommended !== after.isRecommended;
    return by < place && (isOfOthers || after.seconds - before.seconds > sameOrderSeconds);
  };
  return !places.some((place, index) =>
    places.slice(index + 1).some((later) => isOvertaken(place, later)),
  );
}

/** Those of a plan but for whom the answer about all units knows to get to no stop; one that drives is not in it. */
export function withoutShutOff(ids: string[], { units }: Pick<ResponseResult, 'units'>): string[] {
  const shutOff = new Set(
    units.filter(({ status }) => status === 'unreachable').map(({ unitId }) => unitId),
  );
  return ids.filter((id) => !shutOff.has(id));
}

/** Those of a sheet's plan first, then all others who come; null while nobody is known to. */
export function comingFirst(pinned: string[], ranking: string[] | null): string[] | null {
  if (pinned.length === 0) return ranking;
  return [...new Set([...pinned, ...(ranking ?? [])])];
}

/** Nobody (`[]`) is an answer too, unlike what is not known yet (`null`). Those sent already come in any case. */
export function withComing(target: Target | null, ids: string[] | null): Target | null {
  if (!target || !ids) return target;
  const coming = new Set([...ids, ...(target.withUnitIds ?? [])]);
  return { ...target, withUnitIds: [...coming].slice(0, mostComing) };
}

/** Whether the one asks what the other asked, whoever comes behind. */
export function isSameQuestion(a: Target | null, b: Target | null): boolean {
  return nameQuestion(a) === nameQuestion(b);
}

/** The same for whoever comes behind. */
export function nameQuestion(target: Target | null): string {
  return JSON.stringify(target && { ...target, withUnitIds: undefined });
}
