import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
import type { MapView } from '../map/map-view.ts';
import type { Scene } from '../map/scene.ts';
import { framedPositions, wayPositions } from './dispatch-scene.ts';

/** The two views a dispatcher goes back and forth between. */
export function MapTools({
  view,
  scene,
}: {
  view: MapView | null;
  scene: Scene;
}): JSX.Element | null {
  const { t } = useWords();
  const fire = framedPositions(scene);
  const way = wayPositions(scene);
  if (!view || fire.length === 0) return null;
  return (
    <div className="map-tools card">
      <button type="button" onClick={() => view.frame(fire, { always: true })}>
        {t('map.fitFire')}
      </button>
      {way.length > 0 && (
        <button type="button" onClick={() => view.frame(way, { always: true })}>
          {t('map.fitRoute')}
        </button>
      )}
    </div>
  );
}
