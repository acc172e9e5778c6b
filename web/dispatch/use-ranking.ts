import { useMemo, useState } from 'react';
import type { Target } from '../api.ts';
import { keepOrder, type Order } from './ranking.ts';
import type { AskedResponse } from './use-answers.ts';

/**
 * Who comes behind a unit that is asked for by itself, soonest first; the same list while the same units come about as
 * soon. While nothing is known of this target those of before stay; null while nothing ever was.
 */
export function useRanking(
  target: Target | null,
  { data: response, isKept }: Pick<AskedResponse, 'data' | 'isKept'>,
): string[] | null {
  const [last, setLast] = useState<{ target: Target | null; order: Order } | null>(null);
  const answer = response && !isKept ? response : null;
  const before = last?.target === target ? last.order : null;
  const order = useMemo(() => answer && keepOrder(before, answer), [answer, before]);
  if (order && (order !== last?.order || target !== last.target)) setLast({ target, order });
  return (order ?? last?.order)?.ids ?? null;
}
