// The one object that owns the map, its controls and the overlay. React only hands it values.

import './map-worker.ts';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import {
  AttributionControl,
  Map as MapLibreMap,
  NavigationControl,
  ScaleControl,
} from 'maplibre-gl';
import type { Language } from '../i18n/language.ts';
import type { Position } from '../../geo/position.ts';
import type { Palette } from '../../tiles/palettes/palette.ts';
import { type BaseSigns, baseSigns, noSigns, signLayers } from './base-signs.ts';
import { CalmFrames } from './calm-frames.ts';
import { boxAround, type Box, contains, type MapCamera } from './camera.ts';
import { FlowSides } from './flow-sides.ts';
import { dotsPerPixel, keepSharp } from './keep-sharp.ts';
import { watchLongPress } from './long-press.ts';
import { type Look, lookOf } from './look.ts';
import { MapHands } from './map-hands.ts';
import { MapMender } from './map-mender.ts';
import { type MapWords, nameControls } from './map-words.ts';
import { emptyScene, type Scene } from './scene.ts';
import { sceneLayers } from './scene-layers.ts';
import type { DragLine } from './tool-marks.ts';
import { warmUpScene } from './warm-up-scene.ts';

const flightMs = 450;
/** Close enough to read house numbers. */
const closestZoom = 18.2;

/** Room for what floats over the map: tools and badge above, legend on the left, buttons on the right. */
const framePadding = { top: 124, bottom: 64, left: 264, right: 88 };

/** Beside the legend, which stands open then. */
const openPadding = { top: 24, bottom: 24, left: 200, right: 24 };

export type MapEvents = {
  /** Right click, long press, or Enter while the map has the keyboard. */
  onPress: (at: { lon: number; lat: number }) => void;
  onMoved: (camera: MapCamera) => void;
  /** The signs of the base map in view are others than before. */
  onSigns: (signs: BaseSigns) => void;
};

export class MapView {
  /** What the dispatcher's tools do with the map. */
  readonly hands: MapHands;
  readonly #map: MapLibreMap;
  readonly #overlay: MapLibreOverlay;
  readonly #frames = new CalmFrames();
  readonly #flowSides: FlowSides;
  #look: Look;
  #palette: Palette;
  #language: Language;
  #scene = emptyScene;
  #dragLine: DragLine | null = null;
  /** The address of the style on the map; null before the first has come. */
  #styleShown: string | null = null;
  readonly #mender: MapMender;
  #isRefreshDue = false;
  /** For tests: how much of the answer the last drawn frame shows. */
  #shown = 'city';
  #handMovedAt = -Infinity;
  /** The view that everyone sees first is not worth an address of its own. */
  #isOwnView = false;

  /** Throws when the browser has no WebGL. */
  constructor(
    container: HTMLElement,
    options: {
      camera: MapCamera | null;
      palette: Palette;
      language: Language;
      words: MapWords;
      events: MapEvents;
    },
  ) {
    const { camera, palette, language, words, events } = options;
    this.#palette = palette;
    this.#language = language;
    this.#look = lookOf(palette);
    this.#map = new MapLibreMap({
      container,
      pixelRatio: dotsPerPixel(container),
      ...(camera ? { center: [camera.lon, camera.lat], zoom: camera.zoom } : {}),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
      maxZoom: 21,
      transformRequest: (url) => {
        this.#mender.asks(url);
        return { url };
      },
    });
    this.#mender = new MapMender(this.#map, () => this.#mend());
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.#map.addControl(new AttributionControl({ compact: false }), 'bottom-right');
    this.#map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-right');
    // deck.gl hands it on to its loop without naming it in its own types.
    const frames = { animationFrameProvider: this.#frames };
    this.#overlay = new MapLibreOverlay({
      layers: [],
      interleaved: false,
      useDevicePixels: dotsPerPixel(container),
      onAfterRender: () => (document.documentElement.dataset['mapShows'] = this.#shown),
      ...frames,
    });
    this.#map.addControl(this.#overlay);
    keepSharp(this.#map, this.#overlay, () => dotsPerPixel(container));
    this.#flowSides = new FlowSides(this.#map);
    nameControls(this.#map, words);
    this.hands = new MapHands(this.#map, (line) => {
      this.#dragLine = line;
      this.#draw(this.#scene);
    });
    this.#listen(events);
    this.#setStyle();
  }

  show(scene: Scene): void {
    document.documentElement.dataset['mapIdle'] = 'false';
    this.#scene = scene;
    this.#flowSides.show(scene);
    this.#shown = scene.truck ? 'route' : scene.building || scene.fire ? 'place' : 'city';
    this.#draw(scene);
  }

  #draw(scene: Scene): void {
    this.#overlay.setProps({ layers: sceneLayers(scene, this.#look, this.#dragLine) });
    this.#map.triggerRepaint();
  }

  /** The names of the controls, and those on the map that exist in several languages. */
  speak(language: Language, words: MapWords): void {
    nameControls(this.#map, words);
    if (language === this.#language) return;
    this.#language = language;
    this.#setStyle();
  }

  /** Day or night. The camera, the scene and the letters stay. */
  setPalette(palette: Palette): void {
    if (palette === this.#palette) return;
    this.#palette = palette;
    this.#setStyle();
  }

  #styleUrl(): string {
    return `/tiles/style/${this.#palette.name}.json?lang=${this.#language}`;
  }

  /** Base map and overlay change in one frame, when the new style has come. */
  #setStyle({ isWhole = false } = {}): void {
    this.#mender.beginAnew();
    const palette = this.#palette;
    const url = this.#styleUrl();
    this.#map.setStyle(url, {
      // Compared with itself a style would not fetch what it names once more.
      diff: !isWhole,
      transformStyle: (before, next) => {
        // Asked for another one meanwhile, whose answer was faster.
        if (before && url !== this.#styleUrl()) return before;
        this.#styleShown = url;
        if (palette !== this.#look.palette) this.#look = lookOf(palette);
        this.#draw(this.#scene);
        return next;
      },
    });
  }

  /** Flies to show all positions, in less than half a second; stays when they are in view, near enough. */
  frame(positions: Position[], { minZoom = 0, always = false } = {}): void {
    const box = boxAround(positions);
    if (!box) return;
    const seen = this.#map.getBounds();
    const view: Box = [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()];
    if (!always && this.#map.getZoom() >= minZoom && contains(view, box)) return;
    this.#isOwnView = true;
    this.#map.fitBounds(box, {
      padding: framePadding,
      maxZoom: closestZoom,
      duration: flightMs,
      linear: true,
    });
  }

  /** Shows a whole area at once, without a flight, unless something closer is shown already. */
  openOn(box: Box): void {
    if (this.#isOwnView) return;
    this.#map.fitBounds(box, { padding: openPadding, duration: 0 });
  }

  center(): { lon: number; lat: number } {
    const { lng, lat } = this.#map.getCenter();
    return { lon: lng, lat };
  }

  /** Whether a hand has moved the map since then: its view is not to be taken away. */
  movedByHandSince(time: number): boolean {
    return this.#handMovedAt > time;
  }

  /** Fetches what could not be had before, and nothing else. */
  #mend(): void {
    if (this.#styleShown !== this.#styleUrl()) this.#setStyle();
    else if (this.#mender.lacksStyle()) this.#setStyle({ isWhole: true });
    else this.#mender.mend();
  }

  /** Fetches tiles again after the data changed, and what could not be had before. */
  refresh(): void {
    if (this.#styleShown !== this.#styleUrl() || this.#mender.lacksStyle()) {
      this.#mend();
      return;
    }
    if (!this.#map.isStyleLoaded()) {
      // What is on its way may still be of before.
      this.#refreshAtRest();
      return;
    }
    this.#mender.mend();
    for (const [id, source] of Object.entries(this.#map.getStyle().sources))
      if (source.type === 'vector') this.#map.refreshTiles(id);
  }

  #refreshAtRest(): void {
    if (this.#isRefreshDue) return;
    this.#isRefreshDue = true;
    this.#map.once('idle', () => {
      this.#isRefreshDue = false;
      this.refresh();
    });
  }

  destroy(): void {
    this.show(emptyScene);
    this.#mender.stop();
    this.#map.remove();
  }

  #warmUp(): void {
    if (this.#scene.truck) return;
    this.#draw(warmUpScene);
    this.#map.once('render', () => requestAnimationFrame(() => this.#draw(this.#scene)));
  }

  #listen(events: MapEvents): void {
    const map = this.#map;
    const root = document.documentElement;
    let signs = JSON.stringify(noSigns);
    map.on('idle', () => {
      root.dataset['mapIdle'] = 'true';
      const now = baseSigns(map.queryRenderedFeatures({ layers: Object.keys(signLayers) }));
      if (JSON.stringify(now) === signs) return;
      signs = JSON.stringify(now);
      events.onSigns(now);
    });
    // The overlay only draws: the keyboard belongs to the map below it.
    map.once('idle', () => this.#warmUp());
    map.once('idle', () => this.#overlay.getCanvas()?.setAttribute('tabindex', '-1'));
    map.on('movestart', (event) => {
      root.dataset['mapIdle'] = 'false';
      if (!('originalEvent' in event) || !event.originalEvent) return;
      this.#handMovedAt = performance.now();
      this.#isOwnView = true;
    });
    map.on('moveend', () => {
      // A move that changed nothing draws nothing, and only after a frame is rest told of.
      map.triggerRepaint();
      if (!this.#isOwnView) return;
      const { lng, lat } = map.getCenter();
      events.onMoved({ zoom: map.getZoom(), lon: lng, lat });
    });
    map.on('render', () => this.#frames.wake());
    map.on('error', ({ error }) => {
      console.warn('map:', error.message);
    });
    let pressedAt = -Infinity;
    const press = ({ lng, lat }: { lng: number; lat: number }) => {
      // Some phones send a contextmenu as well as the touch that we time ourselves.
      if (performance.now() - pressedAt < 800) return;
      pressedAt = performance.now();
      events.onPress({ lon: lng, lat });
    };
    map.on('contextmenu', (event) => press(event.lngLat));
    watchLongPress(map, press);
    map.getCanvas().addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      const { lng, lat } = map.getCenter();
      events.onPress({ lon: lng, lat });
    });
  }
}
