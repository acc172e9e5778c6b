import { useEffect, useEffectEvent, useRef } from 'react';
import type { MapView } from '../map/map-view.ts';
import type { Scene } from '../map/scene.ts';
import { framedPositions } from './dispatch-scene.ts';

/** The answer is usually there by then, so that one flight shows the fire and its engine. */
const waitForAnswerMs = 300;
/** Results that change with every letter must not drag the map along. */
const waitForHandMs = 350;

/** Near enough to read house numbers: what is shown smaller is flown to, though it be in view. */
const readZoom = 17;

type Flight = {
  targetKey: string | null;
  answered: boolean;
  candidatesAreCurrent: boolean;
};

/** Moves the map when, and only when, something was chosen; never against a hand on the map. */
export function useFlight(view: MapView | null, scene: Scene, flight: Flight): void {
  const { targetKey, answered, candidatesAreCurrent } = flight;
  // A link restores its own view: nothing to fly to.
  const settled = useRef(new URLSearchParams(location.search).has('map') ? targetKey : null);
  const chosen = useRef({ key: targetKey, at: 0 });
  const fly = useEffectEvent((to: MapView) => {
    if (to.movedByHandSince(chosen.current.at)) return;
    to.frame(framedPositions(scene), { minZoom: readZoom });
  });

  useEffect(() => {
    if (chosen.current.key !== targetKey) {
      chosen.current = { key: targetKey, at: performance.now() };
      if (targetKey === null) settled.current = null;
    }
    if (!view || targetKey === null || settled.current === targetKey) return;
    if (answered) {
      settled.current = targetKey;
      fly(view);
      return;
    }
    const timer = setTimeout(() => fly(view), waitForAnswerMs);
    return () => clearTimeout(timer);
  }, [view, targetKey, answered]);

  const firstCandidate = candidatesAreCurrent ? scene.candidates : null;
  useEffect(() => {
    if (!view || !firstCandidate || firstCandidate.length === 0) return;
    const timer = setTimeout(
      () => view.frame(firstCandidate.map((candidate) => candidate.position)),
      waitForHandMs,
    );
    return () => clearTimeout(timer);
  }, [view, firstCandidate]);
}
