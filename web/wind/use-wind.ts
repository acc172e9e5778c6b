import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Wind } from '../../server/wind/schema.ts';
import { type ApiError, fetchWind } from '../api.ts';
import { type SetWind, type ShownWind, type WindChoice, windShown } from './wind-words.ts';

const againMs = 60_000;

/** The wind to be shown, with an age that goes on, and the way to type another. */
export function useWind(
  set: SetWind | undefined,
  choose: (wind: SetWind | null) => void,
): WindChoice {
  return { shown: useShownWind(set), set, choose };
}

/** What was typed, else what the feed says; null where neither says anything. */
export function useShownWind(set: SetWind | undefined): ShownWind | null {
  const fed = useQuery<Wind | null, ApiError>({
    queryKey: ['wind'],
    queryFn: ({ signal }) => fetchWind(signal),
    refetchInterval: againMs,
    staleTime: againMs / 2,
    retry: false,
  });
  const now = useMinutes();
  const observed = fed.data ?? null;
  const aged = observed && {
    ...observed,
    ageSeconds: observed.ageSeconds + Math.max(0, now - fed.dataUpdatedAt) / 1_000,
  };
  return windShown(set, aged, now);
}

/** The time, renewed every half minute. */
function useMinutes(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), againMs / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}
