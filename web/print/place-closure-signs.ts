// Closures often lie close together, on the way and by the fire: their signs are moved aside, each with a line to its
// place, until none lies on another. Pure.

import type { Position } from '../../geo/position.ts';
import { type LabelBox, overlaps } from '../map/place-labels.ts';
import { closureSignPlace, type PaperClosure } from './closure-on-paper.ts';
import { isOnPaper, onPaper, type PaperView } from './paper-view.ts';

/** In pixels: where the closure lies, and the middle of its sign. */
export type PlacedClosure = { closure: PaperClosure; place: Position; sign: Position };

type Taken = {
  /** What no sign may cover. */
  signs: LabelBox[];
  /** What none should cover: words, and lines by their points. */
  words: LabelBox[];
  lines: Position[];
};

const signHeight = 17;
const gapPixels = 2;
const pointPixels = 7;

/** Half as wide without a letter. */
export function signWidth({ letter }: Pick<PaperClosure, 'letter'>): number {
  return letter === '' ? 18 : 28;
}

const radii = [22, 34, 48, 64, 82, 102, 124, 150];
/** How many of them for a sign that nobody looks for. */
const radiiUnlisted = 2;
const directions = 16;

/** The nearest first, and of those the ones away from the middle of all: their lines then cross the least. */
function asidesFrom(middle: Position, [x, y]: Position, isListed: boolean): Position[] {
  const outward = Math.atan2(y - middle[1], x - middle[0]);
  return radii.slice(0, isListed ? radii.length : radiiUnlisted).flatMap((radius) =>
    Array.from({ length: directions }, (_, index): Position => {
      const turn = Math.ceil(index / 2) * (index % 2 === 0 ? 1 : -1);
      const angle = outward + (turn * 2 * Math.PI) / directions;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
  );
}

function middleOf(places: Position[]): Position {
  const sum = places.reduce(([x, y], at): Position => [x + at[0], y + at[1]], [0, 0]);
  return [sum[0] / places.length, sum[1] / places.length];
}

/** Those with a letter all have their sign, for a list names them; others only where there is room. */
export function placeClosureSigns(
  closures: PaperClosure[],
  taken: Taken,
  view: PaperView,
): PlacedClosure[] {
  const seen = closures
    .map((closure) => ({ closure, at: closureSignPlace(closure, view) }))
    .filter(({ at }) => isOnPaper(view, at))
    .map(({ closure, at }) => ({ closure, place: onPaper(view, at) }));
  const middle = middleOf(seen.map(({ place }) => place));
  const lines = taken.lines.map(boxAtPoint);
  const placed: PlacedClosure[] = [];
  const hard = [...taken.signs];
  for (const { closure, place } of seen) {
    const others = seen
      .filter((each) => each.place !== place)
      .map((each) => boxAtPoint(each.place));
    const isListed = closure.letter !== '';
    const soft = [...taken.words, ...lines, ...others];
    const boxes = [place, ...asidesFrom(middle, place, isListed)]
      .map((sign) => ({ sign, box: boxAt(sign, signWidth(closure)) }))
      .filter(({ box }) => isInside(box, view) && isClear(box, hard));
    const best =
      boxes.find(({ box }) => isClear(box, soft)) ??
      boxes[0] ??
      (isListed ? { sign: place, box: boxAt(place, signWidth(closure)) } : null);
    if (!best) continue;
    hard.push(best.box);
    placed.push({ closure, place, sign: best.sign });
  }
  return placed;
}

function isClear(box: LabelBox, others: LabelBox[]): boolean {
  return others.every((other) => !overlaps(box, other));
}

function isInside({ x, y, width, height }: LabelBox, view: PaperView): boolean {
  return x >= 0 && y >= 0 && x + width <= view.width && y + height <= view.height;
}

function boxAt([x, y]: Position, width: number): LabelBox {
  const [wide, high] = [width + gapPixels, signHeight + gapPixels];
  return { x: x - wide / 2, y: y - high / 2, width: wide, height: high };
}

function boxAtPoint([x, y]: Position): LabelBox {
  const half = pointPixels / 2;
  return { x: x - half, y: y - half, width: pointPixels, height: pointPixels };
}
