import './map.css';
import { type JSX, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { usePalette } from '../appearance/use-appearance.ts';
import type { Palette } from '../../tiles/palettes/palette.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import type { BaseSigns } from './base-signs.ts';
import type { MapCamera } from './camera.ts';
import { loadMapView, type LoadTrouble } from './load-map-view.ts';
import type { MapEvents, MapView } from './map-view.ts';
import { mapTextId, type MapWords } from './map-words.ts';
import type { Scene } from './scene.ts';

type MapPaneProps = {
  scene: Scene;
  camera: MapCamera | null;
  onReady: (view: MapView | null) => void;
  onPress: (at: { lon: number; lat: number }) => void;
  onMoved: (camera: MapCamera) => void;
  onSigns: (signs: BaseSigns) => void;
  /** What is drawn over the base map, in words. */
  text: string;
  children: ReactNode;
};

/** The place on screen where the map object lives; it is made once and then only handed scenes. */
export function MapPane(props: MapPaneProps): JSX.Element {
  const { scene, camera, onReady, onPress, onMoved, onSigns, text, children } = props;
  const words = useWords();
  const palette = usePalette();
  const container = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<MapView | null>(null);
  const [trouble, setTrouble] = useState<LoadTrouble | 'not-drawn' | null>(null);
  const press = useEffectEvent(onPress);
  const moved = useEffectEvent(onMoved);
  const sawSigns = useEffectEvent(onSigns);
  // Not made again for another language or palette: it is told.
  const make = useEffectEvent((View: typeof MapView, element: HTMLElement) =>
    makeView(
      View,
      element,
      { camera, palette, words },
      {
        onPress: (at) => press(at),
        onMoved: (to) => moved(to),
        onSigns: (signs) => sawSigns(signs),
      },
    ),
  );
  const announce = useEffectEvent((made: MapView | null) => {
    setView(made);
    onReady(made);
  });

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const stop = new AbortController();
    let made: MapView | null = null;
    const begin = async (): Promise<void> => {
      const View = await loadMapView(stop.signal, setTrouble);
      if (!View) return;
      made = make(View, element);
      setTrouble(made ? null : 'not-drawn');
      announce(made);
    };
    void begin();
    return () => {
      stop.abort();
      announce(null);
      made?.destroy();
    };
  }, []);

  useEffect(() => view?.show(scene), [view, scene]);
  useEffect(() => view?.setPalette(palette), [view, palette]);
  const speak = useEffectEvent((to: MapView) => to.speak(words.language, mapWords(words)));
  useEffect(() => {
    if (view) speak(view);
  }, [view, words.language]);

  return (
    <section className="map-pane" aria-label={words.t('map.region')}>
      <div ref={container} className="map-canvas" data-testid="map" />
      <div className="map-crosshair" aria-hidden="true" />
      <p id={mapTextId} className="fp-unseen" data-testid="map-text">
        {text}
      </p>
      {trouble && (
        <p className="map-failed message" role="alert">
          {words.t(`map.${trouble}`)}
        </p>
      )}
      {children}
    </section>
  );
}

function makeView(
  View: typeof MapView,
  container: HTMLElement,
  { camera, palette, words }: { camera: MapCamera | null; palette: Palette; words: Words },
  events: MapEvents,
): MapView | null {
  try {
    return new View(container, {
      camera,
      palette,
      language: words.language,
      words: mapWords(words),
      events,
    });
  } catch (error) {
    // No WebGL: the panel works without a map, and says so.
    console.warn('map:', error);
    return null;
  }
}

function mapWords({ t }: Words): MapWords {
  return {
    label: t('map.label'),
    zoomIn: t('map.zoomIn'),
    zoomOut: t('map.zoomOut'),
    attribution: t('map.attribution'),
  };
}
