import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Health } from '../../server/health/schema.ts';
import type { ApiError } from '../api.ts';
import type { MapView } from '../map/map-view.ts';

/** Asks everything again when the data on the server changed, or when the server is back. */
export function useFreshData(health: UseQueryResult<Health, ApiError>, view: MapView | null): void {
  const client = useQueryClient();
  const seen = useRef<string | null>(null);
  const version = stateOf(health);
  useEffect(() => {
    if (version === null) return;
    const before = seen.current;
    seen.current = version;
    if (before === null || before === version || version === 'unreachable') return;
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'health' });
    view?.refresh();
  }, [version, client, view]);
}

/** Changes when answers given before may no longer hold; null while nothing is known. */
function stateOf({ data, isError }: UseQueryResult<Health, ApiError>): string | null {
  if (isError) return 'unreachable';
  return data
    ? `${data.status} ${data.roadGraph} ${data.dataVersion} ${data.graphVersion} ${data.closures}`
    : null;
}
