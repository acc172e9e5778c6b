import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Correction } from '../../server/corrections/schema.ts';
import type { NearRoad, ObstacleKinds } from '../../server/roads/schema.ts';
import { type ApiError, fetchCorrections, fetchObstacleKinds, fetchRoadNear } from '../api.ts';
import { afterFailure } from '../dispatch/ask-again.ts';
import type { ObstacleKind } from './road-draft.ts';

const noKinds: ObstacleKind[] = [];
const noCorrections: Correction[] = [];

export type RoadPick = {
  road: UseQueryResult<NearRoad | null, ApiError>;
  kinds: ObstacleKind[];
  /** What people entered of it and what is in force, the newest first. */
  entered: Correction[];
};

/** The road at a point that was pressed, with all that people said of it. */
export function useRoadPick(at: { lon: number; lat: number } | null): RoadPick {
  const road = useQuery<NearRoad | null, ApiError>({
    queryKey: ['road', at],
    queryFn: ({ signal }) => {
      if (!at) throw new Error('a road needs a point');
      return fetchRoadNear(at, signal);
    },
    enabled: at !== null,
    // Where there was no answer, the map is pressed again.
    refetchInterval: (query) => query.state.data !== undefined && afterFailure(query),
    // Another point of the same road must not empty the panel.
    placeholderData: keepPreviousData,
  });
  const target = road.data?.target;
  const entered = useQuery<Correction[], ApiError>({
    queryKey: ['corrections', target],
    queryFn: ({ signal }) => fetchCorrections(target ?? '', signal),
    enabled: target !== undefined && at !== null,
    refetchInterval: afterFailure,
  });
  const kinds = useQuery<ObstacleKinds, ApiError>({
    queryKey: ['obstacle-kinds'],
    queryFn: ({ signal }) => fetchObstacleKinds(signal),
    enabled: at !== null,
    refetchInterval: afterFailure,
    staleTime: 600_000,
  });
  return useMemo(
    () => ({
      road,
      kinds: kinds.data?.kinds ?? noKinds,
      entered: entered.data ?? noCorrections,
    }),
    [road, kinds.data, entered.data],
  );
}
