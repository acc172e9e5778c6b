import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { type ApiError, askResponse, type Target } from '../api.ts';
import { askAgain } from './ask-again.ts';
import { nameQuestion } from './ranking.ts';
import { unitOfAnswer } from './unit-of-answer.ts';
import { freshMs, isSamePlace } from './use-answers.ts';
import { useFirstAnswer } from './use-first-answer.ts';
import { type Listing, useLastAnswer } from './use-last-answer.ts';

export type NamedUnit = {
  unit: UnitResponse | null;
  answer: ResponseResult | null;
  isAsking: boolean;
  error: ApiError | null;
  /** When what is known of it was answered. */
  answeredAt: number;
  /** It could not be asked for since. */
  isOld: boolean;
  /** Why there is no plan for it, where the server says so. */
  refused: ResponseResult['notRanked'][number] | null;
};

/**
 * A unit that the address names and the ranking lacks, as one that is on its way already; null where there is none.
 * It stays as it was `listed` last until it is answered by itself: a crew that sets out must not lose its sheet.
 */
export function useNamedUnit(
  target: Target | null,
  unitId: string | null,
  listed: Listing | null,
): NamedUnit | null {
  const isOn = target !== null && unitId !== null;
  const asked = useQuery<ResponseResult, ApiError>({
    queryKey: ['response', target, unitId],
    queryFn: ({ signal }) => {
      if (!isOn) throw new Error('a unit needs a target and a name');
      return askResponse(target, { unitIds: [unitId] }, signal);
    },
    enabled: isOn,
    staleTime: freshMs,
    refetchInterval: askAgain,
    // Another alarm level or door must not blank it, as it does not blank the answer that it stands beside.
    placeholderData: (before, query) => {
      const [, of, id] = (query?.queryKey ?? []) as [string?, (Target | null)?, string?];
      return id === unitId && isSamePlace(of ?? null, target) ? before : undefined;
    },
  });
  // The same as long as its answer is: maps are drawn anew for another one.
  const { data, isAsking, error } = useFirstAnswer(asked);
  const last = useLastAnswer(
    asked.isPlaceholderData ? undefined : asked.data,
    asked.dataUpdatedAt,
    `${nameQuestion(target)} ${unitId}`,
  );
  const earlier = last && last.at >= (listed?.at ?? 0) ? last : listed;
  const known = data ?? earlier?.response;
  const unit = useMemo(() => unitOfAnswer(known, unitId), [known, unitId]);
  if (!isOn) return null;
  return {
    unit,
    answer: known ?? null,
    isAsking: isAsking && !unit,
    error,
    answeredAt: data ? asked.dataUpdatedAt : (earlier?.at ?? 0),
    isOld: unit !== null && (asked.isError || error !== null),
    refused: known?.notRanked.find((unit) => unit.unitId === unitId) ?? null,
  };
}
