import type { Map as MapLibreMap } from 'maplibre-gl';

const firstDelayMs = 2_000;
const longestDelayMs = 30_000;

type TileAddress = { x: number; y: number; z: number };

/**
 * Has the map fetched again when something of it could not be had: an outage too short for the
 * screen to notice leaves holes, and letters in a foreign face, that MapLibre never asks for again.
 */
export class MapMender {
  readonly #map: MapLibreMap;
  readonly #onTime: () => void;
  readonly #fontsAsked = new Set<string>();
  readonly #tilesMissed = new Map<string, TileAddress[]>();
  #lacksParts = false;
  #delayMs = firstDelayMs;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(map: MapLibreMap, onTime: () => void) {
    this.#map = map;
    this.#onTime = onTime;
    map.on('error', (event) => {
      const missed = tileOf(event);
      if (missed)
        this.#tilesMissed.set(missed.source, [
          ...(this.#tilesMissed.get(missed.source) ?? []),
          missed.tile,
        ]);
      else this.#lacksParts = true;
      this.#comeBack();
    });
    map.on('idle', () => {
      // Only at rest: a font that is on its way is not loaded either.
      if (this.lacksStyle() || this.#tilesMissed.size > 0 || this.#lacksFonts()) this.#comeBack();
      else this.#delayMs = firstDelayMs;
    });
  }

  /** Tells every address that the map asks for. */
  asks(url: string): void {
    if (url.endsWith('.woff2')) this.#fontsAsked.add(url);
  }

  /** Whether the style, or what it names beside tiles and fonts, could not be had. */
  lacksStyle(): boolean {
    return this.#lacksParts;
  }

  /** The style is on its way, and with it everything. */
  beginAnew(): void {
    this.#lacksParts = false;
    this.#tilesMissed.clear();
  }

  /** Asks again for the tiles and fonts that could not be had. */
  mend(): void {
    if (!this.#map.isStyleLoaded()) {
      this.#comeBack();
      return;
    }
    for (const [source, tiles] of this.#tilesMissed)
      // Named one by one: asked for as a whole, MapLibre 6.17 waits for ever for a tile that failed before.
      if (this.#map.getSource(source)) this.#map.refreshTiles(source, tiles);
    this.#tilesMissed.clear();
    if (!this.#lacksFonts()) return;
    this.#fontsAsked.clear();
    this.#map.setFontFaces(this.#map.getFontFaces());
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #lacksFonts(): boolean {
    const loaded = [...document.fonts].filter(({ family }) => family.includes('maplibre-gl-font'));
    return loaded.length < this.#fontsAsked.size;
  }

  #comeBack(): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#delayMs = Math.min(longestDelayMs, 2 * this.#delayMs);
      this.#onTime();
    }, this.#delayMs);
  }
}

/** The tile that an error is about; null when it is about something else. */
function tileOf(event: object): { source: string; tile: TileAddress } | null {
  const tile = part(event, 'tile');
  const source = part(event, 'sourceId');
  const address = part(part(tile, 'tileID'), 'canonical');
  if (typeof source !== 'string' || !isTileAddress(address)) return null;
  return { source, tile: { x: address.x, y: address.y, z: address.z } };
}

/** MapLibre's types do not say what its errors carry. */
function part(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

function isTileAddress(value: unknown): value is TileAddress {
  return (['x', 'y', 'z'] as const).every((name) => typeof part(value, name) === 'number');
}
