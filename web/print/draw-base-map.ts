import '../map/map-worker.ts';
import { Map as MapLibreMap } from 'maplibre-gl';
import type { LabelBox } from '../map/place-labels.ts';
import type { Language } from '../i18n/language.ts';
import { type BaseMap, noBaseMap } from './base-map.ts';
import { firstOfStreetNames, yieldingLabels } from './label-order.ts';
import type { PaperView } from './paper-view.ts';

/** Dots of a printer per CSS pixel: 288 to the inch. */
const sharpness = 3;

/** While tiles come in, each has the picture drawn once more. Above 1: icons come at twice their size only then. */
const coarseness = 1.01;

/** A map that is not there by then is printed as far as it came: paper waits for no server. */
const patienceMs = 15_000;

/** For labels at the least: they come of tiles that are there already. */
const labelsPatienceMs = 3_000;

/**
 * The base map by day as pictures, drawn out of sight; for paper, where WebGL may be blank. Where the answer has
 * signs or words (`taken`), there is no label of it but names of streets and of stations. Nothing more is drawn once
 * nobody waits for it.
 */
export async function drawBaseMap(
  view: PaperView,
  { language, taken }: { language: Language; taken: LabelBox[] },
  signal: AbortSignal,
): Promise<BaseMap> {
  if (signal.aborted) return noBaseMap;
  const container = document.createElement('div');
  container.className = 'map-workshop';
  container.style.width = `${view.width}px`;
  container.style.height = `${view.height}px`;
  document.body.append(container);
  const map = makeMap(container, view, language);
  if (!map) {
    container.remove();
    return noBaseMap;
  }
  try {
    const deadline = Date.now() + patienceMs;
    const faded: (() => void)[] = [];
    map.once('style.load', () => faded.push(fadeOut(map, 'labels')));
    const hasGround = await untilDrawn(map, signal, patienceMs);
    if (signal.aborted) return noBaseMap;
    const url = takePicture(map);
    const attributions = attributionsOf(map);
    if (!map.getStyle()) return { ...noBaseMap, url };
    fadeOut(map, 'ground');
    for (const showLabels of faded) showLabels();
    keepFree(map, taken);
    const left = Math.max(labelsPatienceMs, deadline - Date.now());
    const hasLabels = await untilDrawn(map, signal, left);
    if (signal.aborted) return noBaseMap;
    const isComplete = hasGround && hasLabels;
    return { url, labelsUrl: takePicture(map), isComplete, attributions };
  } finally {
    map.remove();
    container.remove();
  }
}

function makeMap(
  container: HTMLElement,
  { center, zoom }: PaperView,
  language: Language,
): MapLibreMap | null {
  try {
    return new MapLibreMap({
      container,
      style: `/tiles/style/day.json?lang=${language}`,
      center,
      zoom,
      interactive: false,
      attributionControl: false,
      trackResize: false,
      fadeDuration: 0,
      pixelRatio: coarseness,
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
  } catch (error) {
    // No WebGL: what the answer draws is printed without a map below it.
    console.warn('map:', error);
    return null;
  }
}

const opacities = {
  background: ['background-opacity'],
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity'],
  symbol: ['text-opacity', 'icon-opacity'],
} as const;

const opacitiesOf = (type: string) =>
  type in opacities ? opacities[type as keyof typeof opacities] : [];

/**
 * Makes all labels, or all that is none, as clear as glass; a call of what it returns takes that back. Tiles need not be
 * read anew for that, as they must for layers that come or go.
 */
function fadeOut(map: MapLibreMap, part: 'ground' | 'labels'): () => void {
  const layers = map
    .getStyle()
    .layers.filter(({ type }) => (type === 'symbol') === (part === 'labels'));
  const faded = layers.flatMap(({ id, type }) =>
    opacitiesOf(type).map((name) => ({ id, name, before: map.getPaintProperty(id, name) })),
  );
  for (const { id, name } of faded) {
    map.setPaintProperty(id, `${name}-transition`, { duration: 0 });
    map.setPaintProperty(id, name, 0);
  }
  return () => {
    for (const { id, name, before } of faded) map.setPaintProperty(id, name, before);
  };
}

/** Clear icons, for which labels make room. Layers are placed from the uppermost down. */
function keepFree(map: MapLibreMap, taken: LabelBox[]): void {
  const features = taken.map(({ x, y, width, height }, index) => {
    const image = `taken-${index}`;
    const size = { width: Math.ceil(width), height: Math.ceil(height) };
    map.addImage(image, { ...size, data: new Uint8Array(4 * size.width * size.height) });
    const { lng, lat } = map.unproject([x + width / 2, y + height / 2]);
    const geometry = { type: 'Point' as const, coordinates: [lng, lat] };
    return { type: 'Feature' as const, geometry, properties: { image } };
  });
  map.addSource('taken', { type: 'geojson', data: { type: 'FeatureCollection', features } });
  const layout = {
    'icon-image': ['get', 'image'] as ['get', string],
    'icon-allow-overlap': true,
    'icon-padding': 0,
  };
  map.addLayer({ id: 'taken', type: 'symbol', source: 'taken', layout }, firstOfStreetNames);
  for (const id of yieldingLabels) map.moveLayer(id, 'taken');
}

function takePicture(map: MapLibreMap): string {
  map.setPixelRatio(sharpness);
  map.redraw();
  const url = map.getCanvas().toDataURL('image/png');
  map.setPixelRatio(coarseness);
  return url;
}

/** Whether the map came to rest in time with all that it asked for. */
function untilDrawn(map: MapLibreMap, signal: AbortSignal, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    let isWhole = true;
    const end = (): void => {
      clearTimeout(timer);
      resolve(isWhole);
    };
    const giveUp = (): void => {
      isWhole = false;
      end();
    };
    const timer = setTimeout(giveUp, patience);
    let hasStyle = map.getStyle() !== undefined;
    map.once('style.load', () => (hasStyle = true));
    map.on('error', ({ error }) => {
      isWhole = false;
      console.warn('map:', error.message);
      // Without its style a map has nothing to draw and never comes to rest.
      if (!hasStyle) end();
    });
    map.once('idle', end);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

function attributionsOf(map: MapLibreMap): string[] {
  const texts = Object.keys(map.getStyle()?.sources ?? {}).map(
    (id) => map.getSource(id)?.attribution ?? '',
  );
  return [...new Set(texts.map(textOnly))].filter((text) => text !== '');
}

/** Attributions are links; paper has none. */
function textOnly(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent.trim();
}
