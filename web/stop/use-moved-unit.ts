import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { type ApiError, askResponse, type Target } from '../api.ts';
import { isSameQuestion } from '../dispatch/ranking.ts';
import { unitOfAnswer } from '../dispatch/unit-of-answer.ts';
import type { LonLat } from './stop-moves.ts';
import { askAgain } from '../dispatch/ask-again.ts';
import { useFirstAnswer } from '../dispatch/use-first-answer.ts';

export type MovedUnit = {
  /** With the chosen stop; null while there is none, or no answer for it yet. */
  unit: UnitResponse | null;
  /** Which also says where the engines behind it stand then. */
  answer: ResponseResult | null;
  isAsking: boolean;
  error: ApiError | null;
};

/** The same however it is shown: a unit in full, or its row in the list. */
export function movedUnitQuery(
  target: Target | null,
  unitId: string | null,
  stop: LonLat | undefined,
) {
  const isOn = target !== null && unitId !== null && stop !== undefined;
  return queryOptions<ResponseResult, ApiError>({
    queryKey: [...keyOf(target, unitId), stop],
    queryFn: ({ signal }) => {
      if (!isOn) throw new Error('a moved stop needs a unit');
      return askResponse(target, { unitIds: [unitId], stop }, signal);
    },
    enabled: isOn,
    staleTime: 30_000,
    refetchInterval: askAgain,
  });
}

function keyOf(target: Target | null, unitId: string | null) {
  return ['response', target, unitId, 'stop'] as const;
}

/** One unit's answer for a stop point of the dispatcher's own. */
export function useMovedUnit(
  target: Target | null,
  unitId: string | null,
  stop: LonLat | undefined,
): MovedUnit {
  const isOn = target !== null && unitId !== null && stop !== undefined;
  const asked = useQuery({
    ...movedUnitQuery(target, unitId, stop),
    // The times of the stop before, or with others behind it, stay until the new ones are there, but never another unit's.
    placeholderData: (before, query) => {
      const [, of, id] = (query?.queryKey ?? []) as [string?, (Target | null)?, string?];
      return id === unitId && isSameQuestion(of ?? null, target) ? before : undefined;
    },
  });
  const { data, isAsking, error } = useFirstAnswer(asked);
  const unit = useMemo(() => unitOfAnswer(data, unitId), [data, unitId]);
  return {
    unit: isOn ? unit : null,
    answer: isOn ? (data ?? null) : null,
    isAsking: isOn && isAsking,
    error: isOn ? error : null,
  };
}
