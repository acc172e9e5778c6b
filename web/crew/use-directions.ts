import { useQuery } from '@tanstack/react-query';
import type { ResponseResult, Step } from '../../server/response/schema.ts';
import { type ApiError, askResponse, type Target } from '../api.ts';
import { afterFailure } from '../dispatch/ask-again.ts';

export type Directions = { steps: Step[] | null; isAsking: boolean };

type DirectionsOf = {
  target: Target | null;
  unitId: string | null;
  stop: { lon: number; lat: number } | undefined;
};

/** The turns of one unit's way with the landmarks beside them; null while they are not there. */
export function useDirections({ target, unitId, stop }: DirectionsOf): Directions {
  const asked = useQuery<ResponseResult, ApiError>({
    queryKey: ['response', target, unitId, 'directions', stop],
    queryFn: ({ signal }) => {
      if (!target || unitId === null) throw new Error('directions need a target and a unit');
      return askResponse(
        target,
        { unitIds: [unitId], landmarks: true, ...(stop && { stop }) },
        signal,
      );
    },
    enabled: target !== null && unitId !== null,
    staleTime: 30_000,
    refetchInterval: afterFailure,
  });
  return { steps: asked.data?.units[0]?.drive?.steps ?? null, isAsking: asked.isFetching };
}
