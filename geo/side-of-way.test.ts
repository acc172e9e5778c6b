import { describe, expect, it } from 'vitest';
import { at } from './graph/graph-for-test.ts';
import type { Position } from './position.ts';
import { sideOfDeparture, sideOfEnd } from './side-of-way.ts';

const rule = { minDegrees: 30, minMeters: 3, runMeters: 15 };
const along = (...places: [number, number][]): Position[] => places.map((each) => at(...each));
/** To the north, and the same way driven the other way round. */
const north = along([0, 0], [0, 100]);

/** To the north, then so far to the east. */
const corner = (east: number) => along([0, 0], [0, 100], [east, 100]);

describe('the side of a place at the end of a way', () => {
  it('is left or right as the way comes', () => {
    expect(sideOfEnd(north, at(-8, 100), rule)).toBe('left');
    expect(sideOfEnd(north, at(8, 100), rule)).toBe('right');
    expect(sideOfEnd(along([0, 200], [0, 100]), at(8, 100), rule)).toBe('left');
    expect(sideOfEnd(along([300, 100], [0, 100]), at(2, 92), rule)).toBe('left');
  });

  it('is none within 30 degrees of straight ahead or behind', () => {
    expect(sideOfEnd(north, at(10, 100 + 18), rule)).toBeNull();
    expect(sideOfEnd(north, at(10, 100 + 16), rule)).toBe('right');
    expect(sideOfEnd(north, at(-10, 100 - 18), rule)).toBeNull();
    expect(sideOfEnd(north, at(-10, 100 - 16), rule)).toBe('left');
  });

  it('is none within a few metres of the line of travel', () => {
    expect(sideOfEnd(north, at(2.5, 100), rule)).toBeNull();
    expect(sideOfEnd(north, at(2.5, 103), rule)).toBeNull();
    expect(sideOfEnd(north, at(0, 100), rule)).toBeNull();
    expect(sideOfEnd(north, at(3.5, 100), rule)).toBe('right');
  });

  it('is none just behind a corner, where the driver may still look the other way', () => {
    expect(sideOfEnd(corner(4), at(4, 110), rule)).toBeNull();
    expect(sideOfEnd(corner(40), at(40, 110), rule)).toBe('left');
  });

  it('is that of a gentle bend, and none of a way that is too short to have a direction', () => {
    expect(sideOfEnd(along([0, 0], [0, 90], [2, 100]), at(12, 98), rule)).toBe('right');
    expect(sideOfEnd(along([0, 98], [0, 100]), at(8, 100), rule)).toBeNull();
    expect(sideOfEnd([at(0, 0)], at(8, 0), rule)).toBeNull();
    expect(sideOfEnd([], at(8, 0), rule)).toBeNull();
    expect(sideOfEnd([...north, north[1]!], at(8, 100), rule)).toBe('right');
  });
});

describe('the side to which another way sets off', () => {
  it('is that of an alley, also where it bends further on', () => {
    expect(sideOfDeparture(north, along([0, 100], [30, 100]), rule)).toBe('right');
    expect(sideOfDeparture(north, along([0, 100], [-16, 100], [-16, 0]), rule)).toBe('left');
  });

  it('is none along the road ahead or back, nor where it turns at once', () => {
    expect(sideOfDeparture(north, along([0, 100], [0, 130], [40, 130]), rule)).toBeNull();
    expect(sideOfDeparture(north, along([0, 100], [0, 60], [40, 60]), rule)).toBeNull();
    expect(sideOfDeparture(north, along([0, 100], [5, 100], [-20, 110]), rule)).toBeNull();
    expect(sideOfDeparture(north, along([0, 100]), rule)).toBeNull();
    expect(sideOfDeparture(north, [], rule)).toBeNull();
  });
});
