import '../map/map-worker.ts';
import { Map as MapLibreMap } from 'maplibre-gl';
import type { Language } from '../i18n/language.ts';
import type { PaperView } from './paper-view.ts';

export type BaseMap = {
  /** `data:` address of the picture; null when this browser cannot draw any. */
  url: string | null;
  /** false when something could not be fetched or drawn in time: the paper must say so. */
  isComplete: boolean;
  attributions: string[];
};

/** Dots of a printer per CSS pixel: 288 to the inch. */
const sharpness = 3;

/** While tiles come in, each has the picture drawn once more. Above 1: icons come at twice their size only then. */
const coarseness = 1.01;

/** A map that is not there by then is printed as far as it came: paper waits for no server. */
const patienceMs = 15_000;

/** The base map by day as a picture, drawn out of sight; for paper, where WebGL may be blank. */
export async function drawBaseMap(
  view: PaperView,
  language: Language,
  signal: AbortSignal,
): Promise<BaseMap> {
  const container = document.createElement('div');
  container.className = 'map-workshop';
  container.style.width = `${view.width}px`;
  container.style.height = `${view.height}px`;
  document.body.append(container);
  const map = makeMap(container, view, language);
  if (!map) {
    container.remove();
    return { url: null, isComplete: false, attributions: [] };
  }
  try {
    const isComplete = await untilDrawn(map, signal);
    map.setPixelRatio(sharpness);
    map.redraw();
    const url = map.getCanvas().toDataURL('image/png');
    return { url, isComplete, attributions: attributionsOf(map) };
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

/** Whether the map came to rest in time with all that it asked for. */
function untilDrawn(map: MapLibreMap, signal: AbortSignal): Promise<boolean> {
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
    const timer = setTimeout(giveUp, patienceMs);
    let hasStyle = false;
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
