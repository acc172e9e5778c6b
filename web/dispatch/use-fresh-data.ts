import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Health } from '../../server/health/routes.ts';
import type { MapView } from '../map/map-view.ts';

/** Asks everything again when the data on the server changed, or when the server is back. */
export function useFreshData(health: Health | undefined, view: MapView | null): void {
  const client = useQueryClient();
  const seen = useRef<string | null>(null);
  const version = health ? `${health.status} ${health.dataVersion}` : null;
  useEffect(() => {
    if (version === null) return;
    const before = seen.current;
    seen.current = version;
    if (before === null || before === version) return;
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'health' });
    view?.refresh();
  }, [version, client, view]);
}
