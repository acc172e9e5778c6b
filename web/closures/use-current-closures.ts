import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Closure } from '../../server/closures/schema.ts';
import { type ApiError, fetchClosures } from '../api.ts';
import { afterFailure } from '../dispatch/ask-again.ts';

/** Closures in force and to come, of every viewer. */
export function useCurrentClosures(): UseQueryResult<Closure[], ApiError> {
  return useQuery<Closure[], ApiError>({
    queryKey: ['closures'],
    queryFn: ({ signal }) => fetchClosures(signal),
    refetchInterval: (query) => afterFailure(query) || 30_000,
  });
}
