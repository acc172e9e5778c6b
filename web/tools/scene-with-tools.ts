import type { HiddenLayers } from '../map/layer-groups.ts';
import type { Scene } from '../map/scene.ts';
import type { ToolMarks } from '../map/tool-marks.ts';

type OnTheMap = { measure: ToolMarks['measure']; hidden: HiddenLayers };

/** The answer, with what the dispatcher has put on the map and taken off it. */
export function sceneWithTools(answer: Scene, { measure, hidden }: OnTheMap): Scene {
  return {
    ...answer,
    water: hidden.has('answerWater') ? [] : answer.water,
    marks: { ...answer.marks, measure },
  };
}
