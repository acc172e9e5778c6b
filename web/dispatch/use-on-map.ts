import { useMemo } from 'react';
import type { PlaceResult } from '../../server/places/schema.ts';
import type { ShownWind } from '../wind/wind-words.ts';
import type { SceneInput } from './dispatch-scene.ts';
import type { ShownAnswer } from './use-shown-answer.ts';

type OnMap = {
  /** While results are shown, the answer of before is not. */
  showsResults: boolean;
  candidates: PlaceResult[];
  active: number;
  shown: ShownAnswer;
  point: { lon: number; lat: number } | undefined;
  wind: ShownWind | null;
};

/** What of the search or of the answer is drawn now; the same object while nothing of it changes. */
export function useOnMap(input: OnMap): SceneInput {
  const { showsResults, candidates, active, point, wind } = input;
  const { unit, planned, support } = input.shown;
  const card = input.shown.card.data ?? null;
  const response = input.shown.response.data ?? null;
  return useMemo(() => {
    // The fire of before would pass for one of the results.
    if (showsResults) return { ...nothing, candidates, activeCandidate: active };
    return {
      ...nothing,
      activeCandidate: active,
      card,
      point: point ?? null,
      response,
      unit,
      alternatives: planned?.alternatives ?? [],
      support,
      wind,
    };
  }, [showsResults, candidates, active, card, point, response, unit, planned, support, wind]);
}

const nothing: SceneInput = {
  candidates: [],
  activeCandidate: 0,
  card: null,
  point: null,
  response: null,
  unit: null,
  wind: null,
};
