import { describe, expect, it } from 'vitest';
import type { Position } from '../../geo/position.ts';
import { overlaps } from '../map/place-labels.ts';
import type { PaperClosure } from './closure-on-paper.ts';
import { isOnPaper, onPaper, viewOf } from './paper-view.ts';
import { placeClosureSigns, signWidth } from './place-closure-signs.ts';

const view = viewOf(
  [
    [105.8, 21],
    [105.84, 21.01],
  ],
  { width: 496, height: 134 },
  24,
)!;
const nothing = { signs: [], words: [], lines: [] };

function closuresAt(places: Position[], letter: (index: number) => string): PaperClosure[] {
  return places.map((coordinates, id) => ({
    id,
    geometry: { type: 'Point', coordinates },
    effect: 'avoid',
    stretches: null,
    letter: letter(id),
  }));
}

/** Twelve on some 40 pixels of the way. */
const heap = Array.from({ length: 12 }, (_, index): Position => [105.82 + index * 3e-4, 21.005]);
const letterOf = (index: number): string => 'ABCDEFGHIJKL'[index]!;

const boxOf = ({ closure, sign: [x, y] }: ReturnType<typeof placeClosureSigns>[number]) => {
  const width = signWidth(closure);
  return { x: x - width / 2, y: y - 8.5, width, height: 17 };
};

describe('the signs of closures on paper', () => {
  it('lie on no other one, where many closures lie close together, and within the map', () => {
    const placed = placeClosureSigns(closuresAt(heap, letterOf), nothing, view);
    expect(placed.map(({ closure }) => closure.letter).join('')).toBe('ABCDEFGHIJKL');
    const boxes = placed.map(boxOf);
    for (const [index, box] of boxes.entries()) {
      expect(boxes.slice(index + 1).filter((other) => overlaps(box, other))).toEqual([]);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(view.width);
      expect(box.y + box.height).toBeLessThanOrEqual(view.height);
    }
    expect(placed.map(({ place }) => place)).toEqual(heap.map((at) => onPaper(view, at)));
  });

  it('cover neither the signs of the answer nor its way', () => {
    const [x, y] = onPaper(view, heap[0]!);
    const fire = { x: x - 9, y: y - 9, width: 18, height: 18 };
    const lines = heap.map((at) => onPaper(view, at));
    const placed = placeClosureSigns(
      closuresAt(heap, letterOf),
      { ...nothing, signs: [fire], lines },
      view,
    );
    for (const box of placed.map(boxOf)) {
      expect(overlaps(box, fire)).toBe(false);
      for (const [lineX, lineY] of lines)
        expect(overlaps(box, { x: lineX - 2, y: lineY - 2, width: 4, height: 4 })).toBe(false);
    }
  });

  it('stay where they are where there is room, and are none off the map', () => {
    const alone: Position = [105.81, 21.005];
    const away: Position = [105.9, 21.005];
    expect(isOnPaper(view, away)).toBe(false);
    const placed = placeClosureSigns(closuresAt([alone, away], letterOf), nothing, view);
    expect(placed).toHaveLength(1);
    expect(placed[0]!.sign).toEqual(onPaper(view, alone));
  });

  it('are left out where there is no room for those that no list names', () => {
    const everywhere = { x: 0, y: 0, width: view.width, height: view.height };
    const full = { ...nothing, signs: [everywhere] };
    expect(
      placeClosureSigns(
        closuresAt(heap, () => ''),
        full,
        view,
      ),
    ).toEqual([]);
    expect(placeClosureSigns(closuresAt(heap, letterOf), full, view)).toHaveLength(12);
  });
});
