// The engines behind often stand right at the water or at the stop: on paper, where nobody can look nearer, their
// signs are moved aside so that each is seen. Pure.

import { localScale } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { type LabelBox, placeLabels } from '../map/place-labels.ts';
import type { Scene } from '../map/scene.ts';
import { metersPerPixel, onPaper, type PaperView } from './paper-view.ts';

const signPixels = 18;
const aside: [number, number][] = [
  [0, 0],
  [signPixels, 0],
  [0, signPixels],
  [0, -signPixels],
  [-signPixels, 0],
];

/** `fixed`: what stands where it stands. */
export function clearSigns(scene: Scene, fixed: Position[], view: PaperView): Scene {
  const { supply, staging } = scene;
  const moving = [supply, staging?.position ?? null];
  const known = moving.filter((position) => position !== null);
  const placed = placeLabels(
    known.map((position) => aside.map((by) => [boxAt(position, by, view)])),
    fixed.map((position) => [boxAt(position, [0, 0], view)]),
  );
  const moved = known.map((position, index) => {
    const { place, down } = placed[index]!;
    const [x, y] = aside[place]!;
    return moveBy(position, [x, y + down], view);
  });
  return {
    ...scene,
    supply: supply && moved[0]!,
    staging: staging && { ...staging, position: moved.at(-1)! },
  };
}

function boxAt(position: Position, [dx, dy]: [number, number], view: PaperView): LabelBox {
  const [x, y] = onPaper(view, position);
  // Just touching is clear.
  const side = signPixels - 1;
  return { x: x + dx - side / 2, y: y + dy - side / 2, width: side, height: side };
}

function moveBy([lon, lat]: Position, [dx, dy]: [number, number], view: PaperView): Position {
  const meters = metersPerPixel(view);
  const scale = localScale(lat);
  return [lon + (dx * meters) / scale.x, lat - (dy * meters) / scale.y];
}
