import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Health } from '../../server/health/schema.ts';
import type { ApiError } from '../api.ts';
import type { MapView } from '../map/map-view.ts';

/** What routes are in. */
const answers = new Set(['response']);

/** Asks everything again when the data on the server changed, or when the server is back. */
export function useFreshData(health: UseQueryResult<Health, ApiError>, view: MapView | null): void {
  const client = useQueryClient();
  const seen = useRef<string | null>(null);
  const seenMinute = useRef<string | null>(null);
  const version = stateOf(health);
  const minute = health.data ? ownConditionsOf(health.data) : null;
  useEffect(() => {
    if (version === null) return;
    const before = seen.current;
    seen.current = version;
    if (before === null || before === version || version === 'unreachable') return;
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'health' });
    view?.refresh();
  }, [version, client, view]);
  useEffect(() => {
    const before = seenMinute.current;
    seenMinute.current = minute;
    if (before === null || minute === null || before === minute) return;
    // Answers alone: no tile shows it, and traffic changes every minute.
    void client.invalidateQueries({
      predicate: ({ queryKey: [name] }) => answers.has(String(name)),
    });
  }, [minute, client]);
}

/** What is in force now: with another one, units may be led otherwise over the same data. */
export function conditionsOf(health: Conditions): string {
  return `${health.closures} ${ownConditionsOf(health)}`;
}

type Conditions = Pick<Health, 'closures' | 'traffic' | 'filledHours'>;

/** Those of them that no map shows: only answers are asked for anew. */
export function ownConditionsOf({ traffic, filledHours }: Conditions): string {
  return `${traffic.key} ${filledHours}`;
}

/** Changes when answers given before may no longer hold; null while nothing is known. */
function stateOf({ data, isError }: UseQueryResult<Health, ApiError>): string | null {
  if (isError) return 'unreachable';
  return data
    ? `${data.status} ${data.roadGraph} ${data.dataVersion} ${data.graphVersion} ${data.closures}`
    : null;
}
