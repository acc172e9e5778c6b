import type { Position } from '../../geo/position.ts';
import type { Correction } from '../../server/corrections/schema.ts';
import type { NearRoad } from '../../server/roads/schema.ts';
import type { Words } from '../i18n/words.ts';
import type { ToolMarks } from '../map/tool-marks.ts';
import { obstacleOf, obstacleText } from './correction-words.ts';

/** The chosen road on the map, the point that was meant, and what stands on it. */
export function roadMark(
  { geometry, lon, lat }: NearRoad,
  entered: readonly Correction[],
  words: Words,
): NonNullable<ToolMarks['road']> {
  return {
    line: geometry.coordinates.map(([x = 0, y = 0]): Position => [x, y]),
    at: [lon, lat],
    obstacles: entered.flatMap((correction) => {
      const obstacle = obstacleOf(correction);
      if (!obstacle || obstacle.lon === undefined) return [];
      return [
        {
          position: [correction.lon, correction.lat] as Position,
          label: obstacleText(obstacle, words),
        },
      ];
    }),
  };
}
