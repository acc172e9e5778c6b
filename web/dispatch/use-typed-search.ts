import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { parsePosition } from '../../geo/positions/parse-position.ts';
import type { Bounds, ParsedPosition } from '../../geo/positions/stated-position.ts';
import { usePlaceResults } from './use-answers.ts';

/** Long enough to skip the letters in between, short enough not to be felt. */
const typingPauseMs = 80;

/** To about 100 m: nearer than that no two searches differ. */
export function nearText({ lon, lat }: { lon: number; lat: number }): string {
  return `${lon.toFixed(3)},${lat.toFixed(3)}`;
}

type Places = ReturnType<typeof usePlaceResults>;

export type TypedSearch = {
  /** Null unless the text is a position or a link. */
  position: ParsedPosition | null;
  /** What is asked for now; a moment behind the hand. */
  q: string;
  places: Places;
  results: NonNullable<Places['data']>['results'];
  /** Whether the results answer what is typed now; also while the same is asked again, as after changed data. */
  resultsAreCurrent: boolean;
};

/** What is found for a text while it is typed: places, or the position that it states. */
export function useTypedSearch(
  typed: string,
  { bounds, near }: { bounds: Bounds | null; near: string | null },
): TypedSearch {
  const position = useMemo(() => parsePosition(typed, bounds), [typed, bounds]);
  const [q] = useDebouncedValue(position ? '' : typed.trim(), typingPauseMs);
  const places = usePlaceResults(q, near);
  // What failed is asked again below its failure, not below results of an earlier text that come and go.
  const found = places.isPlaceholderData && places.errorUpdateCount > 0 ? undefined : places.data;
  const results = useMemo(
    () => (typed.trim() === '' || position ? [] : (found?.results ?? [])),
    [typed, position, found],
  );
  // What is on the screen stays good while it is asked again; what was kept of a search of minutes ago does not become so.
  const asked = JSON.stringify([q, near]);
  const [settledFor, setSettledFor] = useState<string | null>(null);
  const isAnswered = places.data !== undefined && !places.isPlaceholderData;
  const isSettled = isAnswered && !places.isFetching;
  const nextSettled = isSettled || settledFor === asked ? asked : null;
  if (nextSettled !== settledFor) setSettledFor(nextSettled);
  const isCurrent = (isAnswered && nextSettled !== null) || places.isError;
  const resultsAreCurrent = isCurrent && q === typed.trim();
  return { position, q, places, results, resultsAreCurrent };
}
