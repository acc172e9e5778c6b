import { useMemo } from 'react';
import type { Scene } from '../map/scene.ts';
import { type OnTheMap, sceneWithTools } from './scene-with-tools.ts';

/** The scene for the map, made anew only when something of it changed. */
export function useSceneWithTools(answer: Scene, onTheMap: OnTheMap): Scene {
  const { caller, measure, issue, closures, traffic, road, hidden, stop } = onTheMap;
  return useMemo(
    () => sceneWithTools(answer, { caller, measure, issue, closures, traffic, road, hidden, stop }),
    [answer, caller, measure, issue, closures, traffic, road, hidden, stop],
  );
}
