// Who comes behind a unit that is asked for by itself: as all units were ranked, which a question about one unit does not
// know of itself. Pure.

import type { ResponseResult } from '../../server/response/schema.ts';
import type { Target } from '../api.ts';

/** As many as the server takes. */
export const mostComing = 40;

/** Whom the answer about all units counts on for water, soonest first. */
export function rankedIds({ units }: Pick<ResponseResult, 'units'>): string[] {
  return units
    .filter(({ role, status }) => role === 'water' && status === 'reachable')
    .map(({ unitId }) => unitId)
    .slice(0, mostComing);
}

/** The order that was asked with stays while the same units come: seconds to and fro are no other plan. */
export function keepOrder(before: string[] | null, now: string[]): string[] {
  const known = new Set(before);
  const isSame = known.size === now.length && now.every((id) => known.has(id));
  return before && isSame ? before : now;
}

/** Those of a sheet's plan first, then all others who come. */
export function comingFirst(pinned: string[], ranking: string[]): string[] {
  return [...new Set([...pinned, ...ranking])].slice(0, mostComing);
}

export function withComing(target: Target | null, ids: string[]): Target | null {
  return target && ids.length > 0 ? { ...target, withUnitIds: ids } : target;
}

/** Whether the one asks what the other asked, whoever comes behind. */
export function isSameQuestion(a: Target | null, b: Target | null): boolean {
  return nameQuestion(a) === nameQuestion(b);
}

/** The same for whoever comes behind. */
export function nameQuestion(target: Target | null): string {
  return JSON.stringify(target && { ...target, withUnitIds: undefined });
}
