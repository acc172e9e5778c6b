import type { drawBaseMap } from './draw-base-map.ts';
import { tryTwice } from './try-twice.ts';

async function load(): Promise<typeof drawBaseMap> {
  const { drawBaseMap } = await import('./draw-base-map.ts');
  return drawBaseMap;
}

/** The code that draws maps for paper. */
export function loadDrawing(): Promise<typeof drawBaseMap> {
  return tryTwice(load);
}

/**
 * Fetches it before it is needed: a server that was renewed since has it no more. It is little beyond what the map on
 * screen needs. Whether it came shows when a page is printed.
 */
export async function preloadDrawing(): Promise<void> {
  await Promise.allSettled([load()]);
}
