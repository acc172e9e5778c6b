import { useQuery } from '@tanstack/react-query';
import type { ResponseResult } from '../../server/response/schema.ts';
import type { RecommendedSet } from '../../server/run-cards/schema.ts';
import { type ApiError, askResponse, type Target } from '../api.ts';
import { type ChosenForSet, chosenForSet } from '../choices/chosen-unit.ts';
import { askAgain } from '../dispatch/ask-again.ts';
import type { DispatchSearch } from '../dispatch/dispatch-search.ts';
import { freshMs, isSamePlace } from '../dispatch/use-answers.ts';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import { useFirstAnswer } from '../dispatch/use-first-answer.ts';
import type { SetByHand } from './set-words.ts';

export type ShownSet = {
  set: RecommendedSet;
  /** Where a unit was chosen that the computed set lacks. */
  byHand: SetByHand | null;
};

/** Who is to be sent: as computed, or with the unit that the dispatcher chose and without the one that it replaces. */
export function useSet(
  search: Pick<DispatchSearch, 'unit' | 'instead'>,
  { target, response: { data: computed }, unit }: ShownAnswer,
): ShownSet | null {
  const chosen = chosenForSet(search, computed, unit?.unitId ?? null);
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
  if (!isOn || !unit) return { set: computed.set, byHand: null };
  const made = data?.set ?? null;
  return {
    set: made ?? computed.set,
    byHand: {
      callSign: unit.callSign,
      planned: signOf(chosen, computed),
      state: made === null ? 'not-yet' : made.chosen ? 'made' : 'does-not-come',
      error: made === null ? error : null,
    },
  };
}

function signOf({ insteadOf }: ChosenForSet, { units, notRanked }: ResponseResult): string | null {
  const planned = [...units, ...notRanked].find(({ unitId }) => unitId === insteadOf);
  return planned?.callSign ?? null;
}
