import { expect, test } from 'vitest';
import { day } from '../palettes/day.ts';
import { drawIcon, iconSize } from './draw-icon.ts';
import { paintIcons } from './icon-paint.ts';
import { buildSprite } from './sprite.ts';

function centreAlphaAndColor(name: string): number[] {
  const icon = drawIcon(paintIcons(day).get(name) ?? [], 2);
  const at = (iconSize * icon.width + iconSize) * 4;
  return [...icon.data.subarray(at, at + 4)];
}

test('a usable hydrant is filled with the one blue, an unknown one is hollow', () => {
  expect(centreAlphaAndColor('circle-usable')).toEqual([11, 95, 198, 255]);
  expect(centreAlphaAndColor('circle-unknown')).toEqual([255, 255, 255, 255]);
});

test('the four states of a hydrant are four different pictures without their colour', () => {
  const outlines = ['usable', 'unverified', 'unknown', 'out-of-order'].map((state) => {
    const { data } = drawIcon(paintIcons(day).get(`circle-${state}`) ?? [], 1);
    // Dark or light is all that a printed or colour-blind reading has.
    return data.reduce(
      (text, value, at) => (at % 4 === 0 ? text + (value > 200 ? '.' : '#') : text),
      '',
    );
  });
  expect(new Set(outlines).size).toBe(4);
});

test('the sprite holds every icon at twice the size for sharp screens', () => {
  const { index, pixels } = buildSprite(day, 2);
  expect(Object.keys(index)).toEqual([...paintIcons(day).keys()]);
  expect(pixels.width).toBe(Object.keys(index).length * iconSize * 2);
  expect(pixels.data.length).toBe(pixels.width * pixels.height * 4);
});
