import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Closure } from '../../server/closures/schema.ts';
import { type ApiError, fetchClosures } from '../api.ts';

/** Closures in force and to come, of every viewer. */
export function useCurrentClosures(): UseQueryResult<Closure[], ApiError> {
  return useQuery<Closure[], ApiError>({
    queryKey: ['closures'],
    queryFn: ({ signal }) => fetchClosures(signal),
    refetchInterval: 30_000,
  });
}
