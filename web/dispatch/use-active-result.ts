import { useState } from 'react';
import type { PlaceResult } from '../../server/places/schema.ts';

export type ActiveResult = {
  /** Its place in the list: 0 where nothing else was chosen, -1 where what was chosen is not in it any more. */
  active: number;
  setActive: (index: number) => void;
  /** The first of whatever comes, as for a text that is typed anew. */
  resetActive: () => void;
};

/** Which result Enter would take: held by what it is, so that a list that comes again in another order keeps it. */
export function useActiveResult(results: PlaceResult[]): ActiveResult {
  const [id, setId] = useState<string | null>(null);
  return {
    active: id === null ? 0 : results.findIndex((place) => place.id === id),
    setActive: (index) => setId(results[index]?.id ?? null),
    resetActive: () => setId(null),
  };
}
