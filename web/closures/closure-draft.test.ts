import { describe, expect, it } from 'vitest';
import type { Position } from '../../geo/position.ts';
import {
  addPoint,
  afterSent,
  emptyDraft,
  stretchNear,
  takeShape,
  writeClosure,
} from './closure-draft.ts';

const a: Position = [105.8, 21];
const b: Position = [105.81, 21];
const c: Position = [105.81, 21.01];

describe('a closure being drawn', () => {
  it('of one point is where it was put last', () => {
    expect(addPoint(addPoint(emptyDraft, a), b).points).toEqual([b]);
  });

  it('becomes an area that ends where it begins', () => {
    const area = [a, b, c].reduce(addPoint, takeShape(emptyDraft, 'area'));
    expect(writeClosure({ ...area, reason: 'lễ hội' }, 'Lan')).toMatchObject({
      geometry: { type: 'Polygon', coordinates: [[a, b, c, a]] },
      effect: 'impassable',
      reason: 'lễ hội',
      by: 'Lan',
    });
  });

  it('is not sent without a shape, a reason and somebody who says so', () => {
    const drawn = { ...addPoint(emptyDraft, a), reason: 'cây đổ' };
    expect(writeClosure(drawn, 'Lan')).not.toBeNull();
    expect(writeClosure(drawn, ' ')).toBeNull();
    expect(writeClosure({ ...drawn, reason: '' }, 'Lan')).toBeNull();
    expect(writeClosure(takeShape(drawn, 'line'), 'Lan')).toBeNull();
  });

  it('begins anew once it was taken, unless it was drawn on meanwhile', () => {
    const sent = { ...addPoint(takeShape(emptyDraft, 'line'), a), reason: 'cây đổ' };
    expect(afterSent(sent, sent)).toEqual(takeShape(emptyDraft, 'line'));
    const on = addPoint(sent, b);
    expect(afterSent(on, sent)).toBe(on);
  });

  it('takes the stretch of the engine’s road that is nearest', () => {
    expect(stretchNear([a, b, c], [105.812, 21.006])).toEqual([b, c]);
    expect(stretchNear([], a)).toEqual([]);
  });
});
