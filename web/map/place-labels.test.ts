import { describe, expect, it } from 'vitest';
import { placeLabels } from './place-labels.ts';

const box = (x: number, y: number) => [{ x, y, width: 100, height: 20 }];
const first = { place: 0, down: 0 };

describe('labels of signs that stand close together', () => {
  it('stay where they are while they are clear of each other', () => {
    expect(placeLabels([[box(0, 0)], [box(0, 30)]], [])).toEqual([first, first]);
  });

  it('go to the next place that is free of words and signs', () => {
    const places = [box(0, 0), box(0, 40), box(0, 80)];
    const sign = [{ x: 10, y: 45, width: 20, height: 20 }];
    expect(placeLabels([[box(10, 5)], places], [sign])).toEqual([first, { place: 2, down: 0 }]);
  });

  it('lie rather over a sign than over words', () => {
    const sign = [{ x: 10, y: 45, width: 20, height: 20 }];
    const places = [box(0, 0), box(0, 40)];
    expect(placeLabels([[box(0, 0)], places], [sign])[1]).toEqual({ place: 1, down: 0 });
  });

  it('go below one another where no place is free', () => {
    expect(placeLabels([[box(0, 0)], [box(10, 5)], [box(20, 0)]], [])).toEqual([
      first,
      { place: 0, down: 17 },
      { place: 0, down: 44 },
    ]);
  });

  it('are clear at every zoom, not only from near', () => {
    const near = [...box(0, 0), ...box(0, 0)];
    const far = [...box(0, 300), ...box(0, 10)];
    expect(placeLabels([[near], [far]], [])[1]).toEqual({ place: 0, down: 12 });
  });
});
