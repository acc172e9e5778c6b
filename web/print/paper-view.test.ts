import { describe, expect, it } from 'vitest';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { isOnPaper, isWhole, onPaper, scaleBar, viewOf } from './paper-view.ts';

const size = { width: 500, height: 430 };
const fire: Position = [105.82, 21];
const stop: Position = [105.8215, 21.0008];

function shown(positions: Position[]) {
  const view = viewOf(positions, size, 40);
  if (!view) throw new Error('there is no view');
  return view;
}

describe('the printed map', () => {
  it('shows all that matters, within the margin, and touches it on the longer side', () => {
    const view = shown([fire, stop]);
    const [left, lower] = onPaper(view, fire);
    const [right, upper] = onPaper(view, stop);
    expect(left).toBeCloseTo(40, 3);
    expect(right).toBeCloseTo(size.width - 40, 3);
    expect(upper).toBeGreaterThan(40);
    expect(lower).toBeLessThan(size.height - 40);
    expect(lower).toBeGreaterThan(upper);
  });

  it('stays far enough from a single point to tell where it is', () => {
    const view = shown([fire]);
    expect(view.zoom).toBeLessThan(19);
    expect(onPaper(view, fire)).toEqual([250, 215]);
  });

  it('knows what lies beyond its edge', () => {
    const view = shown([fire, stop]);
    expect(isOnPaper(view, stop)).toBe(true);
    expect(isOnPaper(view, [105.83, 21])).toBe(false);
  });

  it('has a scale bar of round metres that is as long as it says', () => {
    const view = shown([fire, stop]);
    const { meters, pixels } = scaleBar(view, 120);
    expect(meters).toBe(20);
    const [left] = onPaper(view, fire);
    const [right] = onPaper(view, stop);
    const metersEast = metersBetween(fire, [stop[0], fire[1]]);
    expect(meters / pixels).toBeCloseTo(metersEast / (right - left), 3);
    expect(scaleBar({ ...view, zoom: view.zoom - 4 }, 120).meters).toBe(500);
  });

  it('is not there when there is nothing to show', () => {
    expect(viewOf([], size, 40)).toBeNull();
  });
});

it('keeps a paper back until its maps are drawn and the server was heard about closed roads', () => {
  const view = viewOf([[105.8, 21]], { width: 100, height: 100 }, 10);
  const drawn = [
    { view, base: {} },
    { view: null, base: null },
  ];
  expect(isWhole(drawn, { isAskingClosures: false })).toBe(true);
  expect(isWhole(drawn, { isAskingClosures: true })).toBe(false);
  expect(isWhole([{ view, base: null }], { isAskingClosures: false })).toBe(false);
});
