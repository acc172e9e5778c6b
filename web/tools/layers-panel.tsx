import type { JSX } from 'react';
import type { Health } from '../../server/health/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Switchable } from '../map/layer-groups.ts';
import { useNow } from '../status/use-now.ts';
import { wordTraffic } from '../traffic/traffic-words.ts';
import { missingLayers } from './hidden-layers.ts';
import { ToolPanel } from './tool-panel.tsx';
import type { LayerSwitches } from './use-hidden-layers.ts';

const onBaseMap: Switchable[] = [
  'water',
  'deadWater',
  'stations',
  'houseNumbers',
  'alleyNames',
  'landmarks',
  'boundaries',
  'buildings',
];

type LayersPanelProps = {
  layers: LayerSwitches;
  traffic: Health['traffic'] | undefined;
  onClose: () => void;
};

/** What is drawn on the map. Fire, stop, road and hose have no switch. */
export function LayersPanel({ layers, traffic, onClose }: LayersPanelProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const { hidden, toggle, showAll } = layers;
  const row = (what: Switchable, isFirst = false) => (
    <li key={what} className={what === 'deadWater' ? 'layer-within' : ''}>
      <label>
        <input
          type="checkbox"
          autoFocus={isFirst}
          checked={!hidden.has(what)}
          disabled={what === 'deadWater' && hidden.has('water')}
          onChange={() => toggle(what)}
          data-testid={`layer-${what}`}
        />
        {t(`layers.${what}`)}
      </label>
    </li>
  );
  return (
    <ToolPanel title={t('layers.title')} onClose={onClose} testId="layers-panel">
      <ul className="layer-list">{onBaseMap.map((what, index) => row(what, index === 0))}</ul>
      <ul className="layer-list layer-answer">{row('answerWater')}</ul>
      <ul className="layer-list layer-answer">
        {row('roadWidths')}
        {row('traffic')}
        <li className="layer-within secondary" data-testid="traffic-known">
          {traffic && wordTraffic(traffic, now, words)}
        </li>
      </ul>
      <p className="secondary">{t('layers.always')}</p>
      <button
        type="button"
        className="plain-button"
        disabled={missingLayers(hidden).length === 0}
        onClick={showAll}
        data-testid="layers-reset"
      >
        {t('layers.showAll')}
      </button>
    </ToolPanel>
  );
}
