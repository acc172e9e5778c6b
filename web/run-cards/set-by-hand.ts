// Of those whom the dispatcher sends as well, or sent already, who is in the set and who does not count. Pure.

import type { ResponseResult } from '../../server/response/schema.ts';
import type { DispatchSearch } from '../dispatch/dispatch-search.ts';
import type { SetByHand } from './set-words.ts';

type Answer = Pick<ResponseResult, 'set' | 'units' | 'notRanked' | 'notes'>;

export function othersByHand(
  { also = [], sent = [], instead }: Pick<DispatchSearch, 'also' | 'sent' | 'instead'>,
  { set, units, notRanked, notes }: Answer,
  isKept: boolean,
): SetByHand[] {
  const vehicles = set?.vehicles ?? [];
  const inSet = new Set(vehicles.map(({ vehicleId }) => vehicleId));
  // No longer in the data: the answer has a note on each.
  const unknown = new Set(
    notes.flatMap(({ code, params }) => (code === 'unknown-unit' ? [params['unitId']] : [])),
  );
  const signOf = (id: string): string =>
    [...units, ...notRanked].find(({ unitId }) => unitId === id)?.callSign ?? id;
  const made = also.filter((id) => inSet.has(id)).map(signOf);
  const missing = [...new Set([...also, ...sent])].filter(
    (id) => !inSet.has(id) && !unknown.has(id) && id !== instead?.of,
  );
  return [
    ...(made.length > 0 ? [say(made.join(', '), 'made')] : []),
    ...missing.flatMap((id) => {
      const isSent = sent.includes(id);
      if (isKept) return isSent ? [] : [say(signOf(id), 'not-yet')];
      return [say(signOf(id), isSent ? 'sent-does-not-come' : 'does-not-come')];
    }),
  ];
}

function say(callSign: string, state: SetByHand['state']): SetByHand {
  return { callSign, planned: null, state, error: null };
}
