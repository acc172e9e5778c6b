import { validateStyleMin, type LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { buildStyle } from './build-style.ts';
import { tileLayers, tileSources } from './contract.ts';
import { fontFiles, fonts } from './fonts.ts';
import { paintIcons } from './icons/icon-paint.ts';
import { palettes } from './palettes/by-name.ts';

const layers = new Map<string, { source: string; fields: readonly string[] }>(
  Object.entries(tileLayers),
);

/** Every field that a layer's expressions read, by `get` or `has`. */
function fieldsRead(value: unknown): string[] {
  if (Array.isArray(value)) {
    const [operator, argument] = value;
    const own =
      (operator === 'get' || operator === 'has') && typeof argument === 'string' ? [argument] : [];
    return [...own, ...value.flatMap(fieldsRead)];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(fieldsRead)
    : [];
}

function symbolFonts(layer: LayerSpecification): string {
  return layer.type === 'symbol' ? JSON.stringify(layer.layout ?? {}) : '';
}

describe.each([...palettes.values()])('the $name style', (palette) => {
  const style = buildStyle({ palette, language: 'vi', origin: 'http://127.0.0.1:8080' });

  test('passes the style validator', () => {
    expect(validateStyleMin(style)).toEqual([]);
    expect(validateStyleMin(buildStyle({ palette, language: 'en' }))).toEqual([]);
  });

  test('reads only layers and fields that the tiles promise', () => {
    const missing = style.layers.flatMap((layer) => {
      if (!('source-layer' in layer) || !layer['source-layer']) return [];
      const promised = layers.get(layer['source-layer']);
      if (!promised || promised.source !== layer.source) return [`${layer.id}: no such layer`];
      return fieldsRead(layer)
        .filter((field) => field !== 'chosen' && !promised.fields.includes(field))
        .map((field) => `${layer.id}: ${field}`);
    });
    expect(missing).toEqual([]);
  });

  test('draws every layer of the contract and asks one server only', () => {
    const drawn = new Set(
      style.layers.map((layer) => 'source-layer' in layer && layer['source-layer']),
    );
    expect([...layers.keys()].filter((name) => !drawn.has(name))).toEqual([]);
    expect(Object.keys(style.sources)).toEqual([...tileSources]);
    const addresses = JSON.stringify(style).match(/https?:\/\/[^/"]+/g) ?? [];
    expect(new Set(addresses)).toEqual(new Set(['http://127.0.0.1:8080']));
  });

  test('names only fonts it declares, from files the server gives out', () => {
    const faces = style['font-faces'] ?? {};
    for (const [font] of Object.values(fonts)) expect(Object.keys(faces)).toContain(font);
    const used = style.layers.flatMap(
      (layer) => symbolFonts(layer).match(/Be Vietnam Pro \w+/g) ?? [],
    );
    expect(used.filter((font) => !(font in faces))).toEqual([]);
    const files = JSON.stringify(faces).match(/[\w-]+\.woff2/g) ?? [];
    expect(files.toSorted()).toEqual([...fontFiles].toSorted());
  });

  test('covers every character with a font file, so that glyphs are never requested', () => {
    for (const faces of Object.values(style['font-faces'] ?? {}))
      expect(faces.at(-1)).not.toHaveProperty('unicode-range');
  });

  test('has an icon for every kind and state of water', () => {
    const icons = paintIcons(palette);
    for (const shape of ['circle', 'square', 'diamond'])
      for (const state of ['usable', 'unverified', 'unknown', 'out-of-order'])
        expect(icons.has(`${shape}-${state}`)).toBe(true);
    const images = style.layers.flatMap((layer) => {
      const image = layer.type === 'symbol' && layer.layout?.['icon-image'];
      return typeof image === 'string' ? [image] : [];
    });
    expect(images.filter((image) => !icons.has(image))).toEqual([]);
  });
});
