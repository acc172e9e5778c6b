import { describe, expect, it } from 'vitest';
import type { Position } from '../../geo/position.ts';
import {
  addPoint,
  afterSent,
  emptyDraft,
  faultOfTimes,
  stretchNear,
  takeShape,
  writeClosure,
} from './closure-draft.ts';

const hanoi = 'Asia/Ho_Chi_Minh';
const a: Position = [105.8, 21];
const b: Position = [105.81, 21];
const c: Position = [105.81, 21.01];

describe('a closure being drawn', () => {
  it('of one point is where it was put last', () => {
    expect(addPoint(addPoint(emptyDraft, a), b).points).toEqual([b]);
  });

  it('becomes an area that ends where it begins', () => {
    const area = [a, b, c].reduce(addPoint, takeShape(emptyDraft, 'area'));
    expect(writeClosure({ ...area, reason: 'lễ hội' }, 'Lan', hanoi)).toMatchObject({
      geometry: { type: 'Polygon', coordinates: [[a, b, c, a]] },
      effect: 'impassable',
      reason: 'lễ hội',
      by: 'Lan',
    });
  });

  it('is not sent without a shape, a reason and somebody who says so', () => {
    const drawn = { ...addPoint(emptyDraft, a), reason: 'cây đổ' };
    expect(writeClosure(drawn, 'Lan', hanoi)).not.toBeNull();
    expect(writeClosure(drawn, ' ', hanoi)).toBeNull();
    expect(writeClosure({ ...drawn, reason: '' }, 'Lan', hanoi)).toBeNull();
    expect(writeClosure(takeShape(drawn, 'line'), 'Lan', hanoi)).toBeNull();
  });

  it('begins and ends by the clock of the city, not by that of the computer', () => {
    const drawn = { ...addPoint(emptyDraft, a), reason: 'lễ hội' };
    const times = { from: '2026-11-28T06:00', to: '2026-11-28T08:00' };
    expect(writeClosure({ ...drawn, ...times }, 'Lan', hanoi)).toMatchObject({
      from: '2026-11-27T23:00:00.000Z',
      to: '2026-11-28T01:00:00.000Z',
    });
    // One digit too many in the year.
    const far = { ...times, to: '20266-11-28T08:00' };
    expect(writeClosure({ ...drawn, ...far }, 'Lan', hanoi)).toBeNull();
    const open = writeClosure(drawn, 'Lan', hanoi)!;
    expect([open.from, open.to]).toEqual([undefined, undefined]);
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
    // The middle of the long stretch is further away than that of the short one beside it.
    const turn: Position = [105.8001, 21.001];
    expect(stretchNear([turn, a, b], [105.801, 21.0001])).toEqual([a, b]);
  });
});

it('says of an end what is wrong with it before it is sent', () => {
  const now = Date.parse('2026-11-28T12:00:00Z');
  const fault = (from: string, to: string) => faultOfTimes({ from, to }, 'Asia/Ho_Chi_Minh', now);
  expect(fault('2026-11-28T20:00', '2026-11-28T19:30')).toBe('turned');
  expect(fault('2026-11-28T20:00', '2026-11-28T20:00')).toBe('turned');
  expect(fault('', '2026-11-28T18:59')).toBe('over');
  expect(fault('', '2026-11-28T19:01')).toBeNull();
  expect(fault('2026-11-28T20:00', '2026-11-28T20:01')).toBeNull();
  expect(fault('2026-11-28T20:00', '')).toBeNull();
});
