import { useQuery } from '@tanstack/react-query';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import type { RecommendedSet } from '../../server/run-cards/schema.ts';
import { type ApiError, askResponse, type Target } from '../api.ts';
import { chosenForSet } from '../choices/chosen-unit.ts';
import { askAgain } from '../dispatch/ask-again.ts';
import { type DispatchSearch, sentOf } from '../dispatch/dispatch-search.ts';
import { freshMs, isSamePlace } from '../dispatch/use-answers.ts';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import { useFirstAnswer } from '../dispatch/use-first-answer.ts';
import { othersByHand, unitsAway, whyNot } from './set-by-hand.ts';
import type { SetByHand } from './set-words.ts';

export type ShownSet = {
  set: RecommendedSet;
  /** Of whom the dispatcher sends first or as well, or sent already, what that means for the set. */
  byHand: SetByHand[];
  /** Who was sent already. */
  sentIds: string[];
  /** Own units that leave their stations for it, or did. */
  awayIds: string[];
  /** Made of what the address says now. */
  isCurrent: boolean;
};

/** Who is to be sent: as computed, or with the unit that the dispatcher sends first and without the one that it replaces. */
export function useSet(
  search: Pick<DispatchSearch, 'unit' | 'first' | 'also' | 'sent' | 'instead'>,
  { target, response: { data: computed, isKept }, unit, named }: ShownAnswer,
): ShownSet | null {
  // Where the server is known to have no plan for it, the computed set stands.
  const isPlanned = search.first !== search.unit || named === null || named.unit !== null;
  const chosen = chosenForSet(search, isPlanned ? computed : undefined);
  const isOn = target !== null && chosen !== null;
  const key = ['response', target, 'set', chosen] as const;
  const asked = useQuery<ResponseResult, ApiError>({
    queryKey: key,
    queryFn: ({ signal }) => {
      if (!isOn) throw new Error('a set by hand needs a target and a unit');
      return askResponse(target, { chosen }, signal);
    },
    enabled: isOn,
    staleTime: freshMs,
    refetchInterval: askAgain,
    // Of another alarm level: the computed set must not come between.
    placeholderData: (before, query) => {
      const [, of, , by] = (query?.queryKey ?? []) as [
        string?,
        (Target | null)?,
        string?,
        unknown?,
      ];
      const isSame = JSON.stringify(by) === JSON.stringify(chosen);
      return isSame && isSamePlace(of ?? null, target) ? before : undefined;
    },
  });
  const { data, error } = useFirstAnswer(asked);
  if (!computed?.set) return null;
  const made = isOn ? (data?.set ?? null) : computed.set;
  const set = made ?? computed.set;
  const sentIds = sentOf(search);
  const ofFirst: SetByHand[] = isOn
    ? [
        {
          callSign: signOf(chosen.unitId, [unit, computed]) ?? chosen.unitId,
          planned: signOf(chosen.insteadOf, [unit, computed]),
          state: stateOf(data),
          error: made === null ? error : null,
          why: whyNot(chosen.unitId, data ?? computed),
        },
      ]
    : [];
  return {
    set,
    byHand: [...ofFirst, ...othersByHand(search, { ...computed, set }, isKept)],
    sentIds,
    awayIds: unitsAway(sentIds, { ...computed, set }),
    isCurrent: made !== null && !isKept && !asked.isPlaceholderData,
  };
}

/** Whether the set has the unit that was chosen; a unit may be retired after that. */
function stateOf(answer: ResponseResult | undefined): SetByHand['state'] {
  if (!answer?.set) return 'not-yet';
  if (answer.set.chosen) return 'made';
  const isUnknown = answer.notes.some(
    ({ code, params }) => code === 'unknown-unit' && params['field'] === 'chosen.unitId',
  );
  return isUnknown ? 'unknown' : 'does-not-come';
}

function signOf(
  id: string | undefined,
  [unit, { units, notRanked }]: [UnitResponse | null, ResponseResult],
): string | null {
  const known = [...(unit ? [unit] : []), ...units, ...notRanked];
  return known.find(({ unitId }) => unitId === id)?.callSign ?? null;
}
