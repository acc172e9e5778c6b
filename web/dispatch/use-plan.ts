import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ResponseResult } from '../../server/response/schema.ts';
import { type ApiError, askResponse, type Target } from '../api.ts';
import { isPinned, pinsOf, type PlanPins } from '../choices/unit-task.ts';
import { askAgain } from './ask-again.ts';
import type { DispatchSearch } from './dispatch-search.ts';
import { freshMs } from './use-answers.ts';
import type { Listing } from './use-named-unit.ts';

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
  search: Pick<DispatchSearch, 'unit' | 'first' | 'lead' | 'with'>;
  response: ResponseResult | undefined;
  /** The last answer that listed the unit shown. */
  listed: Listing | null;
};

/**
 * The plan that all sheets share: the answer about all units for as long as it is that, else asked for by the unit that
 * comes first and those who come with it. Who drives is busy, and an answer about all units then plans without them.
 */
export function usePlan(target: Target | null, { search, response, listed }: PlanOf): Plan {
  const { unit, with: others } = search;
  const lead = search.lead ?? search.first;
  const pins = useMemo(
    (): PlanPins | null =>
      lead === undefined ? pinsOf(listed?.response, unit ?? null) : { lead, with: others ?? [] },
    [lead, others, listed?.response, unit],
  );
  const asking = useMemo(
    () => (target && pins && pins.with.length > 0 ? { ...target, withUnitIds: pins.with } : target),
    [target, pins],
  );
  const isCommon = pins !== null && isPinned(response, pins);
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
  const answer = useLastFound(
    isCommon ? response : asked.data,
    JSON.stringify([asking, pins?.lead]),
  );
  return {
    answer,
    firstId: pins?.lead ?? null,
    target: asking,
    isAsking: pins !== null && !answer && asked.isFetching && asked.errorUpdateCount === 0,
  };
}

/** A sheet in the hand keeps its plan while that is asked for otherwise. */
function useLastFound(found: ResponseResult | undefined, key: string): ResponseResult | null {
  const [last, setLast] = useState<{ key: string; found: ResponseResult } | null>(null);
  if (found && (last?.found !== found || last.key !== key)) setLast({ key, found });
  return found ?? (last?.key === key ? last.found : null);
}
