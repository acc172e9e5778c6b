import { expect, it } from 'vitest';
import { widthToTurn } from './corners.ts';
import { largePumper, motorbike } from './graph-for-test.ts';
import { widthToTurnIn } from './turn-in.ts';

const angles = [60, 75, 90, 105, 120, 150, 180];
const widths = Array.from({ length: 120 }, (_, index) => 2 + index / 4);

const needed = (degrees: number, widerMeters: number, goesOn = true) =>
  widthToTurnIn(largePumper, { degrees, widerMeters, goesOn })!;

it('between arms of one width a junction asks what a bend asks', () => {
  for (const degrees of angles) {
    const bend = widthToTurn(largePumper, degrees)!;
    expect(needed(degrees, bend)).toBeCloseTo(bend, 6);
    for (const width of widths)
      expect(needed(degrees, width) <= width + 1e-6, `${degrees}° ${width} m`).toBe(
        bend <= width + 1e-6,
      );
  }
});

it('at a right angle the ring between both outer walls and the inner corner decides', () => {
  // r = 3.09: (8.5 − 7)² + (8.5 − w)² = 3.09²
  expect(needed(90, 7)).toBeCloseTo(8.5 - Math.sqrt(3.094 ** 2 - 1.5 ** 2), 2);
  expect((8.5 - 7) ** 2 + (8.5 - needed(90, 7)) ** 2).toBeCloseTo(3.094 ** 2, 1);
});

it('the wider the street, the less the alley needs, down to the vehicle itself', () => {
  for (const degrees of angles)
    for (const goesOn of [true, false]) {
      const each = widths.map((width) => needed(degrees, width, goesOn));
      for (const [index, need] of each.slice(1).entries())
        expect(need).toBeLessThanOrEqual(each[index]! + 1e-9);
    }
  expect(needed(90, 5)).toBeCloseTo(6.31, 2);
  expect(needed(90, 8.5)).toBeCloseTo(8.5 - 3.09, 2);
  expect(needed(90, 12)).toBeCloseTo(4.65, 2);
  expect(needed(90, 20)).toBeCloseTo(2.5, 2);
});

it('the sharper the turn, the more it needs', () => {
  for (const width of widths) {
    const each = [60, 75, 90, 105, 120].map((degrees) => needed(degrees, width));
    for (const [index, need] of each.slice(1).entries())
      expect(need).toBeGreaterThanOrEqual(each[index]! - 1e-9);
  }
});

it('where the street ends at the turn, its end is in the way of lining up', () => {
  expect(needed(90, 20, false)).toBeCloseTo(8.5 - 3.09, 2);
});

it('who turns on the spot needs nothing', () => {
  expect(widthToTurnIn(motorbike, { degrees: 90, widerMeters: 3, goesOn: true })).toBeNull();
});
