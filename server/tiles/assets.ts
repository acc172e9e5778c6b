// What the style needs beside tiles, all from this server: font files and icons.

import { readFile } from 'node:fs/promises';
import { fontFiles } from '../../tiles/fonts.ts';
import { buildSprite } from '../../tiles/icons/sprite.ts';
import { palettes } from '../../tiles/palettes/by-name.ts';
import { encodePng } from './png.ts';
import { represent, type Representation } from './representation.ts';

/** A font file of the style; undefined for any other name. */
export async function readFont(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!fontFiles.includes(file)) return undefined;
  const url = new URL(import.meta.resolve(`@fontsource/be-vietnam-pro/files/${file}`));
  return Uint8Array.from(await readFile(url));
}

async function drawSpriteFile(file: string): Promise<Representation | undefined> {
  const [, name = '', sharp, extension] = /^([a-z]+)(@2x)?\.(json|png)$/.exec(file) ?? [];
  const palette = palettes.get(name);
  if (!palette) return undefined;
  const { index, pixels } = buildSprite(palette, sharp ? 2 : 1);
  return extension === 'json'
    ? represent('application/json', JSON.stringify(index))
    : represent('image/png', encodePng(pixels));
}

const drawn = new Map<string, Promise<Representation | undefined>>();

/** A sprite file as MapLibre names them, `day.json` or `day@2x.png`; drawn once. */
export function readSpriteFile(file: string): Promise<Representation | undefined> {
  const known = drawn.get(file);
  if (known) return known;
  const sprite = drawSpriteFile(file);
  // Names come from requests: keep only those that exist.
  if (palettes.has(file.split(/[@.]/, 1)[0] ?? '')) drawn.set(file, sprite);
  return sprite;
}
