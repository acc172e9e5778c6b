// Of those whom the dispatcher sends as well, or sent already, who is in the set and who does not count. Pure.

import type { Note, ResponseResult } from '../../server/response/schema.ts';
import type { DispatchSearch } from '../dispatch/dispatch-search.ts';
import type { SetByHand } from './set-words.ts';

type Answer = Pick<ResponseResult, 'set' | 'units' | 'notRanked' | 'notes'>;

export function othersByHand(
  { also = [], sent = [], instead }: Pick<DispatchSearch, 'also' | 'sent' | 'instead'>,
  answer: Answer,
  isKept: boolean,
): SetByHand[] {
  const vehicles = answer.set?.vehicles ?? [];
  const inSet = new Set(vehicles.map(({ vehicleId }) => vehicleId));
  const made = vehicles.filter(({ vehicleId }) => also.includes(vehicleId));
  const signs = also.flatMap((id) => made.find(({ vehicleId }) => vehicleId === id) ?? []);
  const missing = [...new Set([...also, ...sent])].filter(
    (id) => !inSet.has(id) && id !== instead?.of,
  );
  return [
    ...(signs.length > 0
      ? [say(signs.map(({ callSign }) => callSign).join(', '), { state: 'made' })]
      : []),
    ...missing.flatMap((id) => sayMissing(id, answer, { isSent: sent.includes(id), isKept })),
  ];
}

/** Own units that are not at their station for this: of the set, and who was sent also where it does not count any more. */
export function unitsAway(sentIds: readonly string[], answer: Answer): string[] {
  const ofSet = (answer.set?.vehicles ?? [])
    .filter(({ mobilised }) => mobilised === null)
    .map(({ vehicleId }) => vehicleId);
  const sent = sentIds.filter((id) => id.startsWith('unit:') && !isUnknown(id, answer));
  return [...new Set([...ofSet, ...sent])];
}

function sayMissing(
  id: string,
  answer: Answer,
  { isSent, isKept }: { isSent: boolean; isKept: boolean },
): SetByHand[] {
  const sign = signOf(id, answer);
  // No longer in the data: the answer has a note on each.
  if (isUnknown(id, answer))
    return isSent ? [say(sign ?? id, { state: 'sent-gone', takeBackId: id })] : [];
  if (isKept) return isSent ? [] : [say(sign, { state: 'not-yet' })];
  const state = isSent ? 'sent-does-not-come' : 'does-not-come';
  return [say(sign, { state, why: whyNot(id, answer), takeBackId: id })];
}

function isUnknown(id: string, { notes }: Answer): boolean {
  return notes.some(({ code, params }) => code === 'unknown-unit' && params['unitId'] === id);
}

function signOf(id: string, answer: Answer): string | null {
  const { units, notRanked } = answer;
  const known = [...units, ...notRanked].find(({ unitId }) => unitId === id);
  const sign = known?.callSign ?? otherNotCounted(id, answer)?.callSign;
  return sign ?? (id.startsWith('mobilised:') ? null : id);
}

function otherNotCounted(id: string, { set }: Pick<Answer, 'set'>) {
  return set?.othersNotCounted?.find(({ vehicleId }) => vehicleId === id);
}

/** null: it is known to get to no stop; undefined: the answer says nothing of it. */
export function whyNot(
  id: string,
  answer: Pick<ResponseResult, 'units' | 'notRanked' | 'set'>,
): Note | null | undefined {
  const { units, notRanked } = answer;
  if (units.some(({ unitId }) => unitId === id)) return null;
  return notRanked.find(({ unitId }) => unitId === id)?.why ?? otherNotCounted(id, answer)?.why;
}

function say(
  callSign: string | null,
  more: Pick<SetByHand, 'state' | 'why' | 'takeBackId'>,
): SetByHand {
  return { callSign, planned: null, error: null, ...more };
}
