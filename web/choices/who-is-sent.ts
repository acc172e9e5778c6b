// Who was sent, by hand and as computed, as the address bar holds it: one choice takes back no other. Pure.

import type { ResponseResult } from '../../server/response/schema.ts';
import type { DispatchSearch } from '../dispatch/dispatch-search.ts';
import { type Instead, withReason } from './choices-in-address.ts';
import { replacedBy } from './chosen-unit.ts';

/** In place of the one that the computation puts first, beside the answer that it is chosen against. */
export function sendFirst(
  search: DispatchSearch,
  unit: string,
  computed: ResponseResult | undefined,
): DispatchSearch {
  const { instead: _before, ...kept } = withoutPlan(search);
  const instead = insteadIn(search, unit, computed);
  const also = withList(kept, 'also', without(kept.also, unit));
  return { ...also, unit, first: unit, ...(instead && { instead }) };
}

/**
 * Whom a unit that is sent first now is to replace. It stays the one that drives already, however often another is chosen
 * in its place: that one is still to be called back.
 */
function insteadIn(
  { instead: before, sent = [] }: DispatchSearch,
  unit: string,
  computed: ResponseResult | undefined,
): Instead | null {
  if (!before || !sent.includes(before.of)) return replacedBy(unit, before, computed);
  return before.of === unit ? null : { unit, of: before.of };
}

/** Who was sent already and does not come if this unit is sent first; null where that is nobody. */
export function takenBackBy(
  search: DispatchSearch,
  unit: string,
  computed: ResponseResult | undefined,
): string | null {
  const { of } = insteadIn(search, unit, computed) ?? {};
  return of !== undefined && search.sent?.includes(of) ? of : null;
}

/** Beside the set: one that brings no water. */
export function sendAlso(search: DispatchSearch, unit: string): DispatchSearch {
  return { ...withoutPlan(search), unit, also: [...without(search.also, unit), unit] };
}

/** Who leads those that were sent, null where nobody does, as in a rescue; and who is looked at. */
export type Leading = { lead: string | null; shown: string | null };

/** All of these are on their way; who leads them goes on leading, whoever comes to be nearer, and the panel stays. */
export function markSent(
  search: DispatchSearch,
  sent: string[],
  { lead, shown }: Leading,
): DispatchSearch {
  const marked = { ...withoutPlan(search), sent };
  if (search.first !== undefined || lead === null || !sent.includes(lead)) return marked;
  const unit = search.unit ?? shown;
  return { ...marked, first: lead, ...(unit !== null && { unit }) };
}

const whoIsSent = ['sent', 'first', 'also', 'instead', 'lead', 'with', 'why'] as const;

export type Marked = { before: DispatchSearch; after: DispatchSearch };

/** Whether nothing of who is sent was chosen since: where something was, the undo would take that back too. */
export function isAsMarked(search: DispatchSearch, { after }: Marked): boolean {
  return whoIsSent.every((key) => JSON.stringify(search[key]) === JSON.stringify(after[key]));
}

/** As it was before, and who was looked at too unless another one is by now. */
export function undoMark(search: DispatchSearch, { before, after }: Marked): DispatchSearch {
  const keys = [...whoIsSent, ...(search.unit === after.unit ? (['unit'] as const) : [])];
  const restored = { ...search };
  for (const key of keys) delete restored[key];
  const isRestored = (key: string): boolean => keys.some((each) => each === key);
  const old = Object.entries(before).filter(([key]) => isRestored(key));
  return { ...restored, ...Object.fromEntries(old) };
}

const byHand = ['unit', 'first', 'also', 'lead', 'with', 'instead', 'stop', 'door', 'why'] as const;

/** As computed again; but who was sent is no choice that could be dropped, nor is who leads those: its sheet is in the cab. */
export function dropChoices(search: DispatchSearch): DispatchSearch {
  const rest = { ...search };
  for (const key of byHand) delete rest[key];
  return withLeader(rest, search.instead?.of ?? search.first);
}

/** Who was replaced by hand leads again once that is dropped, where it was sent. */
function withLeader(search: DispatchSearch, first: string | undefined): DispatchSearch {
  return first !== undefined && search.sent?.includes(first) ? { ...search, first } : search;
}

/** It does not come after all, and so neither leads nor explains anything. */
export function takeBack(search: DispatchSearch, unit: string): DispatchSearch {
  const { first, instead, ...others } = withoutPlan(withReason(search, unit, ''));
  const kept =
    first === unit ? withLeader(others, instead?.of) : withFirst(others, { first, instead });
  const also = withList(kept, 'also', without(kept.also, unit));
  return withList(also, 'sent', without(also.sent, unit));
}

function withFirst(
  search: DispatchSearch,
  { first, instead }: { first: string | undefined; instead: DispatchSearch['instead'] },
): DispatchSearch {
  return { ...search, ...(first !== undefined && { first }), ...(instead && { instead }) };
}

/** The plan of a sheet was made before this. */
function withoutPlan({ lead: _lead, with: _with, ...search }: DispatchSearch): DispatchSearch {
  return search;
}

function without(ids: string[] = [], id: string): string[] {
  return ids.filter((each) => each !== id);
}

/** Nobody is not said at all. */
function withList(search: DispatchSearch, key: 'also' | 'sent', ids: string[]): DispatchSearch {
  const { [key]: _before, ...others } = search;
  return ids.length > 0 ? { ...others, [key]: ids } : others;
}
