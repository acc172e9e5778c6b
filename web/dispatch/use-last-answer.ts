import { useState } from 'react';
import type { ResponseResult } from '../../server/response/schema.ts';

/** An answer, and when it came. */
export type Listing = { response: ResponseResult; at: number };

/** What was answered last to what `key` names: it stays while the same is asked with others coming behind. */
export function useLastAnswer(
  response: ResponseResult | undefined,
  at: number,
  key: string,
): Listing | null {
  const [last, setLast] = useState<(Listing & { key: string }) | null>(null);
  const isKnown = last?.key === key && last.response === response && last.at === at;
  if (response && !isKnown) setLast({ key, response, at });
  if (response) return { response, at };
  return last?.key === key ? last : null;
}
