import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ResponseResult, Step, UnitResponse } from '../../server/response/schema.ts';
import { type ApiError, askResponse, type Target } from '../api.ts';
import { afterFailure } from '../dispatch/ask-again.ts';
import { turnsShown } from './turns-shown.ts';

export type Directions = {
  steps: Step[];
  /** The landmarks beside them are being asked for. */
  isAsking: boolean;
};

type DirectionsOf = {
  target: Target | null;
  unit: UnitResponse | null;
  stop: { lon: number; lat: number } | undefined;
};

/** The turns of the way that is shown, with the landmarks beside them as soon as those are there. */
export function useDirections({ target, unit, stop }: DirectionsOf): Directions {
  const unitId = unit?.unitId ?? null;
  const asked = useQuery<ResponseResult, ApiError>({
    // Asked for each way anew: a unit under way begins somewhere else with every answer.
    queryKey: ['response', target, unitId, 'directions', stop, nameWay(unit)],
    queryFn: ({ signal }) => {
      if (!target || unitId === null) throw new Error('directions need a target and a unit');
      return askResponse(
        target,
        { unitIds: [unitId], landmarks: true, ...(stop && { stop }) },
        signal,
      );
    },
    enabled: target !== null && unitId !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    gcTime: 60_000,
    refetchInterval: afterFailure,
  });
  const told = asked.data?.units[0] ?? null;
  const turns = unit ? turnsShown(unit, told) : { steps: [], hasLandmarks: false };
  return { steps: turns.steps, isAsking: asked.isFetching && !turns.hasLandmarks };
}

function nameWay(unit: UnitResponse | null): string {
  const line = unit?.drive?.geometry?.coordinates ?? [];
  return JSON.stringify([line.length, line[0], line.at(-1), unit?.drive?.meters]);
}
