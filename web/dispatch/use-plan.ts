import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ResponseResult } from '../../server/response/schema.ts';
import { type ApiError, askResponse, type Target } from '../api.ts';
import { isPinned, pinsOf, type PlanPins } from '../choices/unit-task.ts';
import { askAgain } from './ask-again.ts';
import type { DispatchSearch } from './dispatch-search.ts';
import { comingFirst, nameQuestion, withComing, withoutShutOff } from './ranking.ts';
import { freshMs } from './use-answers.ts';
import { useLastAnswer } from './use-last-answer.ts';

export type Plan = {
  /** Which the unit's task is of; null while it is not there, or where nobody knows who comes first. */
  answer: ResponseResult | null;
  /** Who comes first in it; null where nobody is known to. */
  firstId: string | null;
  /** What every question about one unit says: who comes, whatever the status. */
  target: Target | null;
  isAsking: boolean;
};

type PlanOf = {
  search: { [Key in 'unit' | 'first' | 'lead' | 'with']?: DispatchSearch[Key] | undefined };
  response: ResponseResult | undefined;
  /** The answer about all units whose first one leads where the address names none. */
  listed: ResponseResult | undefined;
  /** Who comes behind those that the plan names, soonest first. */
  ranking: string[] | null;
};

/**
 * The plan that all sheets share: the answer about all units for as long as it is that, else asked for by the unit that
 * comes first and those who come with it. Who drives is busy, and an answer about all units then plans without them.
 */
export function usePlan(
  target: Target | null,
  { search, response, listed, ranking }: PlanOf,
): Plan {
  const { unit, with: others } = search;
  const lead = search.lead ?? search.first;
  const pins = useMemo(
    (): PlanPins | null =>
      lead === undefined ? pinsOf(listed, unit ?? null) : { lead, with: others ?? [] },
    [lead, others, listed, unit],
  );
  const pinned = pins?.with ?? [];
  // As text: the question stays the same one with every new answer that shuts nobody off.
  const coming = (response ? withoutShutOff(pinned, response) : pinned).join(',');
  const asking = useMemo(
    () => withComing(target, comingFirst(coming === '' ? [] : coming.split(','), ranking)),
    [target, coming, ranking],
  );
  // The answer about all units has those behind as well who were replaced.
  const isCommon = pins !== null && !target?.withoutUnitIds && isPinned(response, pins);
  const asked = useQuery<ResponseResult, ApiError>({
    queryKey: ['response', asking, pins?.lead],
    queryFn: ({ signal }) => {
      if (!asking || !pins) throw new Error('a plan needs a target and who comes first');
      return askResponse(asking, { unitIds: [pins.lead] }, signal);
    },
    enabled: asking !== null && pins !== null && response !== undefined && !isCommon,
    staleTime: freshMs,
    refetchInterval: askAgain,
  });
  // A sheet in the hand keeps its plan while that is asked for otherwise.
  const answer =
    useLastAnswer(
      isCommon ? response : asked.data,
      0,
      JSON.stringify([nameQuestion(target), pins?.lead, pins?.with]),
    )?.response ?? null;
  return {
    answer,
    firstId: pins?.lead ?? null,
    target: asking,
    isAsking: pins !== null && !answer && asked.isFetching && asked.errorUpdateCount === 0,
  };
}
