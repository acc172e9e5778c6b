import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Closure } from '../../server/closures/schema.ts';
import type {
  ClosurePreview,
  StretchesOfClosures,
} from '../../server/closures/stretches-schema.ts';
import { type ApiError, fetchClosedStretches } from '../api.ts';
import { afterFailure } from '../dispatch/ask-again.ts';

/** While the road graph cannot say it. */
const unknownMs = 3_000;

export type StretchesById = ReadonlyMap<number, ClosurePreview>;
export type AskedStretches = {
  stretches: StretchesById;
  /** Nobody has answered yet. */
  isAsking: boolean;
};

/** Which roads these closures close, by their ids; without those of which nobody knows yet. */
export function useClosedStretches(closures: Closure[]): AskedStretches {
  const ids = closures.map(({ id }) => id).join(' ');
  const { data, isLoading: isAsking } = useQuery<StretchesOfClosures, ApiError>({
    queryKey: ['closed-stretches', ids],
    queryFn: ({ signal }) => fetchClosedStretches(signal),
    enabled: ids !== '',
    // Each closure keeps its roads while those of one more are asked for.
    placeholderData: keepPreviousData,
    refetchInterval: (query) =>
      afterFailure(query) || (isWhole(query.state.data) ? false : unknownMs),
  });
  const stretches = useMemo(
    () => new Map(data?.closures.map(({ id, ...seen }) => [id, seen])),
    [data],
  );
  return { stretches, isAsking };
}

function isWhole(data: StretchesOfClosures | undefined): boolean {
  return data?.closures.every(({ unknown }) => unknown !== 'graph-away') ?? true;
}
