import { useState } from 'react';
import type { ApiError } from '../api.ts';

type Asked<Data> = {
  data: Data | undefined;
  error: ApiError | null;
  isPending: boolean;
  isPlaceholderData: boolean;
  errorUpdateCount: number;
};

/**
 * A question as who waits for its first answer sees it. One that failed is asked again by itself, and forgets each time that
 * it failed: what is shown meanwhile, and why there is no more, stays.
 */
export function useFirstAnswer<Data>({
  data,
  error,
  isPending,
  isPlaceholderData,
  errorUpdateCount,
}: Asked<Data>): { data: Data | undefined; isAsking: boolean; error: ApiError | null } {
  const [last, setLast] = useState<ApiError | null>(null);
  if (error !== null && error !== last) setLast(error);
  const hasFailed = errorUpdateCount > 0;
  const answered = isPlaceholderData && hasFailed ? undefined : data;
  const why = error ?? (hasFailed ? last : null);
  return {
    data: answered,
    isAsking: (isPending || isPlaceholderData) && !hasFailed,
    error: answered === undefined ? why : null,
  };
}
