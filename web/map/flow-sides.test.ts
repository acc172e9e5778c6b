import {
  createPropertyExpression,
  latest,
  type ExpressionSpecification,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import type { Position } from '../../geo/position.ts';
import { hiddenAt, sidesBeside } from './flow-sides.ts';

const sign: Position = [105.82, 21];
/** A street from south to north, about 14 m east of the sign: 40 pixels at the middle of zoom 17. */
const eastMeters = 14;
const lon = sign[0] + eastMeters / 103_900;
const street: Position[] = [
  [lon, 20.999],
  [lon, 21.001],
];
const west = street.map(([x, y]): Position => [2 * sign[0] - x, y]);

/** What an expression says of the sign, as the map would ask it. */
function evaluate(expression: ExpressionSpecification, spec: unknown): unknown {
  // The specification in the package is wider than its own type for it.
  const read = createPropertyExpression(expression, 'asked', spec as StylePropertySpecification);
  if (read.result === 'error') throw new Error(read.value.map(String).join());
  const z = 17;
  const x = ((sign[0] + 180) / 360) * 2 ** z;
  const radians = (sign[1] * Math.PI) / 180;
  const y = (0.5 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI)) * 2 ** z;
  const tile = { z, x: Math.floor(x), y: Math.floor(y) };
  const at = { x: Math.round((x - tile.x) * 8192), y: Math.round((y - tile.y) * 8192) };
  const feature = { type: 'Point' as const, properties: {}, geometry: [[at]] };
  return read.value.evaluate({ zoom: z }, feature, {}, tile as never);
}

/** Named by the side of the words that touches the sign. */
function sidesFor(line: Position[]): unknown[] {
  const spec = latest.layout_symbol['text-variable-anchor-offset'];
  const { values } = evaluate(sidesBeside(line), spec) as { values: unknown[] };
  return values.filter((_, index) => index % 2 === 0);
}

test('a flow is written on a side of its sign that the way does not cover', () => {
  expect(sidesFor(street)).toEqual(['right', 'top', 'bottom']);
  expect(sidesFor(west)).toEqual(['left', 'top', 'bottom']);
  expect(sidesFor([...street, ...west.toReversed()])).toEqual(['top', 'bottom']);
  expect(sidesFor(street.map(([x, y]) => [x + 0.01, y]))).toEqual([
    'left',
    'right',
    'top',
    'bottom',
  ]);
});

function opacityAt(named: Position[]): unknown {
  return evaluate(hiddenAt(named), latest.paint_symbol['text-opacity']);
}

test('the flow of water that the answer writes about is not written a second time', () => {
  expect(opacityAt([[105.9, 21.1], sign])).toBe(0);
  expect(opacityAt([[sign[0] + 0.0005, sign[1]]])).toBe(1);
});
