import { useState } from 'react';
import type { PlaceResult } from '../../server/places/schema.ts';

export type ActiveResult = {
  /** Its place in the list: 0 where nothing else was chosen, -1 where what was chosen is not in it any more. */
  active: number;
  setActive: (index: number) => void;
  /** The first of whatever comes, as when something is typed, be it the same again. */
  resetActive: () => void;
};

/**
 * Which result of a text Enter would take: held by what it is, so that a list that comes again in another order keeps
 * it. For another text it is the first.
 */
export function useActiveResult(text: string, results: PlaceResult[]): ActiveResult {
  const [chosen, setChosen] = useState<{ text: string; id: string } | null>(null);
  const isOfText = chosen?.text === text;
  return {
    active: isOfText ? results.findIndex(({ id }) => id === chosen.id) : 0,
    setActive: (index) => {
      const result = results[index];
      setChosen(result ? { text, id: result.id } : null);
    },
    resetActive: () => setChosen(null),
  };
}
