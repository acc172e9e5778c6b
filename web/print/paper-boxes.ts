// What takes room on a printed map: signs, words, and the map's own furniture, in pixels. Pure.

import type { Position } from '../../geo/position.ts';
import type { LabelBox } from '../map/place-labels.ts';
import { placeLabels } from '../map/place-labels.ts';
import type { Scene } from '../map/scene.ts';
import {
  type SceneLabel,
  sceneLabels,
  type SceneSign,
  sceneSigns,
  signPixels,
} from '../map/scene-labels.ts';
import { isOnPaper, onPaper, type PaperView } from './paper-view.ts';

/** Signs are smaller here than on the screen, and labels stand nearer to them. */
export const paperShare = 0.7;
const letterPixels = 6.8;
export const lineHeight = 15;
const edgePixels = 4;

export type PaperWord = Pick<SceneLabel, 'of' | 'text'> & { box: LabelBox };

/** The words of the screen's map, but for those of the water: that is numbered. */
export function paperWords(scene: Scene, view: PaperView): PaperWord[] {
  const labels = sceneLabels(scene).filter(
    ({ of, position }) => of !== 'water' && isOnPaper(view, position),
  );
  const places = labels.map((label) => placesOf(label, view));
  const placed = placeLabels(
    places.map((boxes) => boxes.map((box) => [box])),
    sceneSigns(scene).map((sign) => [signBox(sign, view)]),
  );
  return labels.map(({ of, text }, index) => {
    const { place, down } = placed[index]!;
    const box = places[index]![place]!;
    return { of, text, box: { ...box, y: box.y + down } };
  });
}

/** The signs of the answer, without those of the water: its own words on the base map stand beside them. */
export function signBoxes(scene: Scene, view: PaperView): LabelBox[] {
  const { fire, building, door, otherDoors } = scene;
  const doors = building ? [...(door ? [door.position] : []), ...otherDoors] : otherDoors;
  return [
    ...sceneSigns({ ...scene, water: [] }),
    ...[fire, building?.center].flatMap((at) => signAt(at, signPixels.staging)),
    ...doors.flatMap((at) => signAt(at, signPixels.supply / 2)),
  ].map((sign) => signBox(sign, view));
}

/** Where the whole way is shown, its ends are signs too. */
export function farSignBoxes({ truck, water }: Scene, view: PaperView): LabelBox[] {
  return [
    truck?.line[0],
    ...water.filter(({ isFetched }) => isFetched).map((each) => each.position),
  ]
    .flatMap((at) => signAt(at, signPixels.water))
    .map((sign) => signBox(sign, view));
}

function signAt(position: Position | null | undefined, size: number): SceneSign[] {
  return position ? [{ position, size }] : [];
}

export function signBox({ position, offset = [0, 0], size }: SceneSign, view: PaperView): LabelBox {
  const [x, y] = onPaper(view, position);
  const side = paperShare * size;
  return {
    x: x + paperShare * offset[0] - side / 2,
    y: y + paperShare * offset[1] - side / 2,
    width: side,
    height: side,
  };
}

/** Title and scale of the overview; north and scale of the map around the fire. */
export function furnitureBoxes({ width, height }: PaperView, isOverview: boolean): LabelBox[] {
  return isOverview
    ? [
        { x: 0, y: 0, width: 112, height: 22 },
        { x: 0, y: height - 26, width: 84, height: 26 },
      ]
    : [
        { x: width - 36, y: 0, width: 36, height: 50 },
        { x: 0, y: height - 26, width: 144, height: 26 },
      ];
}

/** Beside its sign, but never beyond the edge of the map. */
function placesOf({ text, position, places }: SceneLabel, view: PaperView): LabelBox[] {
  const [x, y] = onPaper(view, position);
  const width = text.length * letterPixels;
  return places.map(({ offset, anchor }) => {
    const left = { start: 0, middle: -width / 2, end: -width }[anchor];
    return {
      x: within(x + paperShare * offset[0] + left, width, view.width),
      y: within(y + paperShare * offset[1] - lineHeight / 2, lineHeight, view.height),
      width,
      height: lineHeight,
    };
  });
}

function within(at: number, size: number, whole: number): number {
  return Math.max(edgePixels, Math.min(at, whole - size - edgePixels));
}
