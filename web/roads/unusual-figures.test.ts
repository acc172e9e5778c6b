import { expect, it } from 'vitest';
import { emptyDraft, type ObstacleKind, type RoadDraft, writeCorrections } from './road-draft.ts';
import { findUnusual } from './unusual-figures.ts';

const road = { target: 'way:7', lon: 105.8, lat: 21 };
const usual = { classMaxWidthMeters: 3, doubtfulWidthMeters: 6, doubtfulHeightMeters: 6 };
const passes = { passesMotor: true, passesMotorbikes: true, passesFoot: true, delaySeconds: 0 };
const kinds: ObstacleKind[] = [
  { kind: 'low_cable', place: 'point', limits: 'height', hasHours: false, ...passes },
  { kind: 'narrow_spot', place: 'point', limits: 'width', hasHours: false, ...passes },
];

function unusual(said: Partial<RoadDraft>, other: { doubtfulWidthMeters?: null } = {}) {
  const draft = { ...emptyDraft, isMeasured: true, ...said };
  const { parts } = writeCorrections(draft, { road, kinds, by: 'Lan' });
  return findUnusual(parts, { road: { ...usual, ...other }, kinds });
}

it('a width of more than twice what its class has at most is asked about: a decimal comma may be lost', () => {
  expect(unusual({ width: '21' })).toEqual({ width: { code: 'wide', amount: 21, bound: 3 } });
  expect(unusual({ kind: 'narrow_spot', clear: '18' })).toEqual({
    clear: { code: 'wide', amount: 18, bound: 3 },
  });
  expect([unusual({ width: '2,1' }), unusual({ width: '6' })]).toEqual([{}, {}]);
  // What its class may have is not known.
  expect(unusual({ width: '21' }, { doubtfulWidthMeters: null })).toEqual({});
});

it('a headroom above all engines is asked about, of the road as at a cable', () => {
  expect(unusual({ height: '26', weight: '25', kind: 'low_cable', clear: '35' })).toEqual({
    height: { code: 'high', amount: 26, bound: 6 },
    clear: { code: 'high', amount: 35, bound: 6 },
  });
  expect(unusual({ height: '4,5', kind: 'low_cable', clear: '6' })).toEqual({});
  expect(unusual({ noHeight: true })).toEqual({});
});
