import type { HiddenLayers } from '../map/layer-groups.ts';
import type { Scene } from '../map/scene.ts';
import type { ToolMarks } from '../map/tool-marks.ts';

export type OnTheMap = ToolMarks & {
  hidden: HiddenLayers;
  /** The stop that the dispatcher chose; shown also where no unit can reach it. */
  stop: { lon: number; lat: number } | undefined;
};

/** The answer, with what the dispatcher has put on the map and taken off it. */
export function sceneWithTools(answer: Scene, onTheMap: OnTheMap): Scene {
  const { caller, measure, issue, closures, traffic, road, hidden, stop } = onTheMap;
  return {
    ...answer,
    stop: answer.stop ?? (stop ? { position: [stop.lon, stop.lat], label: '' } : null),
    water: hidden.has('answerWater') ? [] : answer.water,
    pumps: hidden.has('answerWater') ? [] : answer.pumps,
    marks: { caller, measure, issue, closures, traffic, road },
  };
}
