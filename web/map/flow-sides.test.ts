import {
  createPropertyExpression,
  latest,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import type { Position } from '../../geo/position.ts';
import { sidesBeside } from './flow-sides.ts';

const sign: Position = [105.82, 21];
/** A street from south to north, about 14 m east of the sign: 40 pixels at the middle of zoom 17. */
const eastMeters = 14;
const lon = sign[0] + eastMeters / 103_900;
const street: Position[] = [
  [lon, 20.999],
  [lon, 21.001],
];
const west = street.map(([x, y]): Position => [2 * sign[0] - x, y]);

/** Where the flow of the sign is written if it can be. */
function firstSide(line: Position[], named: Position[] = []): unknown {
  // The specification in the package is wider than its own type for it.
  const spec: unknown = latest.layout_symbol['text-variable-anchor-offset'];
  const read = createPropertyExpression(
    sidesBeside(line, named),
    'sides',
    spec as StylePropertySpecification,
  );
  if (read.result === 'error') throw new Error(read.value.map(String).join());
  const z = 17;
  const x = ((sign[0] + 180) / 360) * 2 ** z;
  const radians = (sign[1] * Math.PI) / 180;
  const y = (0.5 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI)) * 2 ** z;
  const tile = { z, x: Math.floor(x), y: Math.floor(y) };
  const at = { x: Math.round((x - tile.x) * 8192), y: Math.round((y - tile.y) * 8192) };
  const feature = { type: 'Point' as const, properties: {}, geometry: [[at]] };
  const { values } = read.value.evaluate({ zoom: z }, feature, {}, tile as never) as {
    values: unknown[];
  };
  return values[0];
}

test('a flow is written on the side of its sign where the way does not cover it', () => {
  // Named by the side of the words that touches the sign.
  expect(firstSide(street)).toBe('right');
  expect(firstSide(west)).toBe('left');
  expect(firstSide([...street, ...west.toReversed()])).toBe('top');
});

test('the flow of water that the answer names stays where the words of the answer cover it', () => {
  expect(firstSide(street, [sign])).toBe('left');
});
