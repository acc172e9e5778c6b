import './map.css';
import { type JSX, type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import { type MapCamera } from './camera.ts';
import { MapView } from './map-view.ts';
import type { Scene } from './scene.ts';

type MapPaneProps = {
  scene: Scene;
  camera: MapCamera | null;
  onReady: (view: MapView | null) => void;
  onPress: (at: { lon: number; lat: number }) => void;
  onMoved: (camera: MapCamera) => void;
  children: ReactNode;
};

/** The place on screen where the map object lives; it is made once and then only handed scenes. */
export function MapPane(props: MapPaneProps): JSX.Element {
  const words = useWords();
  const { t, language } = words;
  const container = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<MapView | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const current = useRef(props);
  current.current = props;

  useEffect(() => {
    if (!container.current) return;
    const made = makeView(container.current, current, words);
    setView(made);
    setHasFailed(made === null);
    current.current.onReady(made);
    return () => {
      current.current.onReady(null);
      made?.destroy();
    };
    // The map is not made again for another language: its few texts follow with the next load.
  }, []);

  useEffect(() => {
    view?.show(props.scene);
  }, [view, props.scene]);

  useEffect(() => view?.speak(language), [view, language]);

  return (
    <div className="map-pane">
      <div ref={container} className="map-canvas" data-testid="map" />
      <div className="map-crosshair" aria-hidden="true" />
      {hasFailed && (
        <p className="map-failed message" role="alert">
          {t('map.unavailable')}
        </p>
      )}
      {props.children}
    </div>
  );
}

function makeView(
  container: HTMLElement,
  current: { current: MapPaneProps },
  { t, language }: Words,
): MapView | null {
  try {
    return new MapView(container, {
      camera: current.current.camera,
      language,
      words: {
        label: t('map.label'),
        zoomIn: t('map.zoomIn'),
        zoomOut: t('map.zoomOut'),
        attribution: t('map.attribution'),
      },
      events: {
        onPress: (at) => current.current.onPress(at),
        onMoved: (camera) => current.current.onMoved(camera),
      },
    });
  } catch (error) {
    // No WebGL: the panel works without a map, and says so.
    console.warn('map:', error);
    return null;
  }
}
