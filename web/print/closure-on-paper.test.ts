import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Position } from '../../geo/position.ts';
import { closureSignPlace, type PaperClosure } from './closure-on-paper.ts';
import { ClosuresOnPaper } from './closures-on-paper.tsx';
import { isOnPaper, viewOf } from './paper-view.ts';

const view = viewOf(
  [
    [105.82, 21],
    [105.822, 21.001],
  ],
  { width: 496, height: 268 },
  24,
)!;

function closureOf(line: Position[], stretches: Position[][] | null = null): PaperClosure {
  const geometry = { type: 'LineString' as const, coordinates: line };
  return { id: 1, geometry, effect: 'impassable', stretches, letter: 'A' };
}

function draw(closure: PaperClosure): string {
  return renderToStaticMarkup(createElement(ClosuresOnPaper, { closures: [closure], view }));
}

const inside: Position[] = [
  [105.8205, 21.0005],
  [105.8215, 21.0005],
];

test('the sign of a closure whose middle is off the map stands on what the map shows of it', () => {
  expect(closureSignPlace(closureOf(inside), view)).toEqual(inside[0]);
  const fromOutside: Position[] = [[105.81, 21.0005], inside[0]!];
  const place = closureSignPlace(closureOf(fromOutside), view);
  expect(isOnPaper(view, place)).toBe(true);
  expect(place[1]).toBeCloseTo(21.0005, 6);
  const off: Position[] = [
    [105.81, 21],
    [105.811, 21],
  ];
  const byRoad = closureSignPlace(closureOf(off, [inside]), view);
  expect(isOnPaper(view, byRoad)).toBe(true);
  expect(closureSignPlace(closureOf(off), view)).toEqual(off[0]);
});

test('paper draws the roads that a closure closes over its shape, and the shape alone while nobody knows them', () => {
  const alone = draw(closureOf(inside));
  expect(alone.match(/paper-closed-impassable/g)).toHaveLength(1);
  expect(alone).not.toContain('paper-closed-shape');
  const road: Position[] = [
    [105.821, 21.0002],
    [105.821, 21.0008],
  ];
  const known = draw(closureOf(inside, [road, inside]));
  expect(known.match(/paper-closed-shape/g)).toHaveLength(1);
  expect(known.match(/paper-closed-impassable" d="M[^M"]+M[^M"]+"/g)).toHaveLength(1);
  expect(draw(closureOf(inside, []))).toBe(alone);
});
