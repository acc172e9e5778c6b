import { describe, expect, test } from 'vitest';
import { palettes } from './by-name.ts';
import { contrast, enoughForSigns, enoughForText } from './contrast.ts';
import type { Palette } from './palette.ts';

type Token = Exclude<keyof Palette, 'name'>;

/** Whatever a label may come to lie on, beside its own halo. */
const surfaces: Token[] = ['ground', 'building', 'road', 'roadMain', 'alley'];

/** Each text with everything that may lie beneath it. */
const texts: Partial<Record<Token, Token[]>> = {
  waterText: ['halo', 'water'],
  boundaryText: ['halo', ...surfaces],
  streetText: ['halo', ...surfaces],
  alleyText: ['halo', ...surfaces],
  houseNumber: ['building', ...surfaces],
  landmarkText: ['halo', ...surfaces],
  waterPointText: ['halo', ...surfaces, 'water'],
  stationText: ['halo', ...surfaces],
  // The words of an answer stand on chips.
  route: ['casing'],
  waterPoint: ['casing'],
  tool: ['casing'],
  closed: ['casing'],
  avoided: ['casing'],
  casing: ['buildingChosen'],
};

/** Each sign that carries a meaning with what it borders on. */
const signs: Partial<Record<Token, Token[]>> = {
  buildingChosen: ['building', 'ground', 'casing', 'alley', 'road'],
  route: ['casing'],
  waterPoint: ['waterPointGround', 'casing'],
  waterPointDead: ['waterPointGround'],
  station: ['waterPointGround', 'stationMark'],
  landmark: ['halo'],
  // Dashed: the width is assumed. The edge is seen against the alley itself and what lies outside.
  alleyEdge: ['alley', 'ground', 'building'],
  path: ['ground'],
  roadArrow: ['road', 'roadMain'],
  tool: ['casing'],
  closed: ['casing', 'road', 'ground'],
  avoided: ['casing', 'road', 'ground'],
  widthAssumed: ['road', 'roadMain', 'alley', 'ground', 'building'],
  widthMeasured: ['road', 'roadMain', 'alley', 'ground', 'building'],
  widthTagged: ['road', 'roadMain', 'alley', 'ground', 'building'],
  trafficJam: ['casing', 'road', 'roadMain', 'ground'],
  trafficSlow: ['casing', 'road', 'roadMain', 'ground'],
  trafficFree: ['casing', 'road', 'roadMain', 'ground'],
};

/** What recedes: seen, and never as strong as what means something now. */
const quiet: Record<string, [Token, Token]> = {
  'a street and the ground': ['road', 'ground'],
  'a main street and the ground': ['roadMain', 'ground'],
  'a house and the ground': ['building', 'ground'],
  'a house and its neighbour': ['buildingEdge', 'building'],
  'water and the ground': ['water', 'ground'],
  'water and its edge': ['waterEdge', 'water'],
  'a ward and the next': ['boundary', 'ground'],
};

function pairs(of: Partial<Record<Token, Token[]>>): [Token, Token][] {
  return Object.entries(of).flatMap(([token, beneath]) =>
    beneath.map((under): [Token, Token] => [token as Token, under]),
  );
}

describe.each([...palettes.values()])('in the $name palette', (palette) => {
  test.each(pairs(texts))('%s can be read on %s', (text, beneath) => {
    expect(contrast(palette[text], palette[beneath])).toBeGreaterThanOrEqual(enoughForText);
  });

  test.each(pairs(signs))('%s is told from %s', (sign, beside) => {
    expect(contrast(palette[sign], palette[beside])).toBeGreaterThanOrEqual(enoughForSigns);
  });

  test.each(Object.entries(quiet))('%s are told apart, quietly', (_, [a, b]) => {
    const ratio = contrast(palette[a], palette[b]);
    expect(ratio).toBeGreaterThan(1.1);
    expect(ratio).toBeLessThan(enoughForSigns);
  });

  test('every colour is held against another', () => {
    const held = new Set([...pairs(texts), ...pairs(signs), ...Object.values(quiet)].flat());
    const edgesOfStreets = ['roadEdge', 'roadMainEdge'];
    expect(
      Object.keys(palette).filter(
        (token) => token !== 'name' && !held.has(token as Token) && !edgesOfStreets.includes(token),
      ),
    ).toEqual([]);
  });
});

test('contrast is what WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});
