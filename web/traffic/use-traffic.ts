import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TrafficNow } from '../../server/traffic/schema.ts';
import { type ApiError, fetchTraffic } from '../api.ts';
import type { TrafficOnMap } from '../map/tool-marks.ts';
import { trafficOnMap } from './paces.ts';

const nothing: TrafficOnMap[] = [];

/** What traffic the server counts with, while somebody looks at it; `key` names it. */
export function useTraffic({ isOn, key }: { isOn: boolean; key: string }): TrafficOnMap[] {
  const { data } = useQuery<TrafficNow, ApiError>({
    queryKey: ['traffic', key],
    queryFn: ({ signal }) => fetchTraffic(signal),
    enabled: isOn && key !== '',
    placeholderData: keepPreviousData,
  });
  return useMemo(() => (isOn && data ? trafficOnMap(data) : nothing), [isOn, data]);
}
