import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { palettes } from '../../tiles/palettes/by-name.ts';
import { contrast, enoughForSigns, enoughForText } from '../../tiles/palettes/contrast.ts';

const css = readFileSync(new URL('colours.css', import.meta.url), 'utf8');

/** The colours of the first rule with this selector, without their common prefix. */
function coloursOf(selector: string): Record<string, string> {
  const rule = css.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  const named = rule.matchAll(/--fp-([\w-]+): (#[\da-f]+);/g);
  return Object.fromEntries([...named].map(([, name = '', colour = '']) => [name, colour]));
}

const day = coloursOf('.paper');
const screens: Record<string, Record<string, string>> = {
  day,
  night: { ...day, ...coloursOf(":root[data-palette='night']") },
};

/** Each text with everything it is written on. */
const texts: Record<string, string[]> = {
  ink: ['paper', 'ground', 'warning', 'warning-2', 'map'],
  'ink-2': ['paper', 'ground', 'map'],
  fire: ['paper', 'ground'],
  water: ['paper', 'ground'],
  tool: ['paper', 'ground'],
};

/** Each line or sign that means something with what it borders on. */
const signs: Record<string, string[]> = {
  fire: ['paper', 'map'],
  water: ['paper', 'map'],
  'warning-line': ['paper', 'warning', 'warning-2'],
  turnout: ['paper', 'ground'],
  'set-up': ['paper', 'ground'],
  'map-edge': ['paper', 'map'],
  'map-path': ['paper', 'map'],
  'width-assumed': ['paper', 'map'],
  'width-measured': ['paper', 'map'],
  'width-tagged': ['paper', 'map'],
  closed: ['paper', 'map'],
  avoided: ['paper', 'map'],
  'traffic-jam': ['paper', 'map'],
  'traffic-slow': ['paper', 'map'],
  'traffic-free': ['paper', 'map'],
};

/** Seen at a second look: edges of fields, and what is only a place for something. */
const quiet: Record<string, string[]> = {
  line: ['paper', 'ground'],
  'ink-3': ['paper'],
  ground: ['paper'],
};

function pairs(of: Record<string, string[]>): [string, string][] {
  return Object.entries(of).flatMap(([name, others]) =>
    others.map((other): [string, string] => [name, other]),
  );
}

describe.each(Object.keys(screens))('on the screen by %s', (name) => {
  const colours = screens[name] ?? {};
  const contrastOf = (a: string, b: string): number =>
    contrast(colours[a] ?? `no ${a}`, colours[b] ?? `no ${b}`);

  test.each(pairs(texts))('%s can be read on %s', (text, beneath) => {
    expect(contrastOf(text, beneath)).toBeGreaterThanOrEqual(enoughForText);
  });

  test.each(pairs(signs))('%s is told from %s', (sign, beside) => {
    expect(contrastOf(sign, beside)).toBeGreaterThanOrEqual(enoughForSigns);
  });

  test.each(pairs(quiet))('%s is seen quietly on %s', (edge, beneath) => {
    expect(contrastOf(edge, beneath)).toBeGreaterThan(1.05);
  });

  test('every opaque colour is held against another', () => {
    const held = new Set([...pairs(texts), ...pairs(signs), ...pairs(quiet)].flat());
    const shadow = 'shade';
    expect(Object.keys(colours).filter((token) => !held.has(token) && token !== shadow)).toEqual(
      [],
    );
  });

  test('the signs of the legend have the colours of the map', () => {
    const palette = palettes.get(name);
    const signs = [
      'map',
      'map-edge',
      'map-path',
      'width-assumed',
      'width-measured',
      'width-tagged',
      'traffic-jam',
      'traffic-slow',
      'traffic-free',
    ];
    expect(signs.map((sign) => colours[sign])).toEqual([
      palette?.ground,
      palette?.alleyEdge,
      palette?.path,
      palette?.widthAssumed,
      palette?.widthMeasured,
      palette?.widthTagged,
      palette?.trafficJam,
      palette?.trafficSlow,
      palette?.trafficFree,
    ]);
  });
});

test('no other style sheet names a colour', () => {
  const sheets = globSync('web/**/*.css').filter((path) => !path.endsWith('/colours.css'));
  expect(sheets.length).toBeGreaterThan(5);
  const named = sheets.filter((path) =>
    /#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i.test(readFileSync(path, 'utf8')),
  );
  expect(named).toEqual([]);
});
