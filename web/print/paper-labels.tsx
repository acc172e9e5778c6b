import type { JSX } from 'react';
import type { Scene } from '../map/scene.ts';
import { type LabelBox, placeLabels } from '../map/place-labels.ts';
import {
  type SceneLabel,
  sceneLabels,
  type SceneSign,
  sceneSigns,
  signPixels,
} from '../map/scene-labels.ts';
import { closureSignPlace, type PaperClosure } from './closure-on-paper.ts';
import { isOnPaper, onPaper, type PaperView } from './paper-view.ts';

/** Signs are smaller here than on the screen, and labels stand nearer to them. */
export const paperShare = 0.7;
const letterPixels = 6.8;
const lineHeight = 15;
const edgePixels = 4;

type PaperLabelsProps = { scene: Scene; closures: PaperClosure[]; view: PaperView };

/** The words of the screen's map, but for those of the water: that is numbered. */
export function PaperLabels({ scene, closures, view }: PaperLabelsProps): JSX.Element {
  const labels = sceneLabels(scene).filter(
    ({ of, position }) => of !== 'water' && isOnPaper(view, position),
  );
  const places = labels.map((label) => placesOf(label, view));
  const placed = placeLabels(
    places.map((boxes) => boxes.map((box) => [box])),
    [...sceneSigns(scene), ...closures.map((each) => closureSign(each, view))].map((sign) => [
      signBox(sign, view),
    ]),
  );
  return (
    <>
      {labels.map(({ of, text }, index) => {
        const { place, down } = placed[index]!;
        const box = places[index]![place]!;
        return (
          <text
            key={`${of} ${text}`}
            className="paper-label"
            x={box.x + box.width / 2}
            y={box.y + down + lineHeight - 3.5}
            data-label={of}
          >
            {text}
          </text>
        );
      })}
    </>
  );
}

function closureSign(closure: PaperClosure, view: PaperView): SceneSign {
  return { position: closureSignPlace(closure, view), size: signPixels.water };
}

function signBox({ position, offset = [0, 0], size }: SceneSign, view: PaperView): LabelBox {
  const [x, y] = onPaper(view, position);
  const side = paperShare * size;
  return {
    x: x + paperShare * offset[0] - side / 2,
    y: y + paperShare * offset[1] - side / 2,
    width: side,
    height: side,
  };
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
