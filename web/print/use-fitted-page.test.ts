import { describe, expect, it } from 'vitest';
import { shorten, type Steps } from './use-fitted-page.ts';

const fullest: Steps = { share: 0, letters: 0 };

function allSteps(leftIsLonger: boolean): Steps[] {
  const seen: Steps[] = [];
  for (let next = shorten(fullest, leftIsLonger); next; next = shorten(next, leftIsLonger))
    seen.push(next);
  return seen;
}

describe('a page that is too full', () => {
  it('first says less on the right, then takes smaller letters and tries the whole again', () => {
    const seen = allSteps(false);
    const smaller = seen.findIndex(({ letters }) => letters > 0);
    expect(smaller).toBeGreaterThan(3);
    expect(seen[smaller]).toEqual({ share: 0, letters: 1 });
  });

  it('keeps the right column where it is the left one that is too long', () => {
    expect(shorten(fullest, true)).toEqual({ share: 0, letters: 1 });
  });

  it('ends with the sparest page in the smallest letters, whichever column is the longer', () => {
    expect(allSteps(true).at(-1)).toEqual(allSteps(false).at(-1));
    expect(allSteps(false).length).toBeLessThan(40);
  });
});
