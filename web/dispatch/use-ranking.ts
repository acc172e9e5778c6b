import { useMemo, useState } from 'react';
import type { Target } from '../api.ts';
import { keepOrder, rankedIds } from './ranking.ts';
import type { AskedResponse } from './use-answers.ts';

const nobody: string[] = [];

/**
 * Who comes behind a unit that is asked for by itself, soonest first; the same list while the same units come. While
 * nothing is known of this target those of before stay.
 */
export function useRanking(
  target: Target | null,
  { data: response, isKept }: Pick<AskedResponse, 'data' | 'isKept'>,
): string[] {
  const [last, setLast] = useState<{ target: Target | null; ids: string[] } | null>(null);
  const now = useMemo(() => (response && !isKept ? rankedIds(response) : null), [response, isKept]);
  const ids = now && keepOrder(last?.target === target ? last.ids : null, now);
  if (ids && (ids !== last?.ids || target !== last.target)) setLast({ target, ids });
  return ids ?? last?.ids ?? nobody;
}
