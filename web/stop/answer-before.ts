import type { QueryClient } from '@tanstack/react-query';
import type { ResponseResult } from '../../server/response/schema.ts';
import type { Target } from '../api.ts';
import { isSameQuestion } from '../dispatch/ranking.ts';
import type { LonLat } from './stop-moves.ts';

/** What was answered last for that unit and stop, whoever came behind: rows must not fall back to the planned stop meanwhile. */
export function answerBefore(
  client: QueryClient,
  target: Target | null,
  [unitId, stop]: [string, LonLat | undefined],
): ResponseResult | undefined {
  const isWanted = (key: readonly unknown[]): boolean =>
    isSameQuestion(key[1] as Target | null, target) &&
    JSON.stringify(key.slice(2)) === JSON.stringify([unitId, 'stop', stop]);
  return client
    .getQueryCache()
    .findAll({ queryKey: ['response'], predicate: ({ queryKey }) => isWanted(queryKey) })
    .filter(({ state }) => state.data !== undefined)
    .toSorted((x, y) => y.state.dataUpdatedAt - x.state.dataUpdatedAt)[0]?.state.data as
    | ResponseResult
    | undefined;
}
