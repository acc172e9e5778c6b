import type { JSX } from 'react';
import { lineMeters } from '../../geo/distance.ts';
import { useWords } from '../i18n/use-words.ts';
import type { WordKey } from '../i18n/words.ts';
import { LegendSign, type SignName } from './legend-sign.tsx';
import type { Scene } from './scene.ts';
import { StyleIcon } from './style-icon.tsx';
import type { ClosureEffect } from './tool-marks.ts';

const paces = ['jam', 'slow', 'free'] as const;
const effects = ['impassable', 'avoid'] as const;

/** What the signs on the map mean, in plain words; only those that are on it. */
export function Legend({ scene }: { scene: Scene }): JSX.Element | null {
  const { t } = useWords();
  const hasLeg = scene.leg !== null && lineMeters(scene.leg.line) >= 1;
  const entries: [SignName, WordKey, boolean][] = [
    ['candidate', 'legend.candidate', scene.candidates.length > 0],
    ['building', 'legend.fire', scene.building !== null],
    ['fire', 'legend.point', scene.fire !== null],
    ['door', 'legend.door', scene.building !== null && scene.door?.assumed === false],
    [
      'door-assumed',
      'legend.door-assumed',
      (scene.building !== null && scene.door?.assumed === true) || scene.otherDoors.length > 0,
    ],
    ['truck', 'legend.truck', scene.truck?.sure === true],
    ['guess', 'legend.guess', scene.truck?.sure === false],
    ['stop', 'legend.stop', scene.stop !== null],
    ['other-stop', 'legend.other-stop', scene.otherStops.length > 0],
    ['hose', 'legend.hose', scene.leg?.kind === 'hose' && hasLeg],
    ['foot', 'legend.foot', scene.leg?.kind === 'foot' && hasLeg],
    ['water-path', 'legend.water-path', scene.water.some((water) => water.path.length > 1)],
    ['pump', 'legend.pump', scene.pumps.length > 0],
    ['staging', 'legend.staging', scene.staging !== null],
    ['supply', 'legend.supply', scene.supply !== null],
    ['wind', 'legend.wind', scene.wind !== null],
    ...effects.map((effect): [SignName, WordKey, boolean] => [
      `closure-${effect}`,
      `legend.closure.${effect}`,
      isClosed(scene, effect),
    ]),
    ...paces.map((pace): [SignName, WordKey, boolean] => [
      `traffic-${pace}`,
      `legend.traffic-${pace}`,
      scene.marks.traffic.some((stretch) => stretch.pace === pace),
    ]),
  ];
  const usable = scene.water.find((water) => water.usable);
  const unverified = scene.water.find((water) => !water.usable);
  const shown = entries.filter(([, , isShown]) => isShown);
  if (shown.length === 0) return null;
  return (
    <details className="legend card" open data-testid="legend">
      <summary>{t('legend.title')}</summary>
      <ul>
        {shown.map(([sign, key]) => (
          <li key={sign}>
            <LegendSign name={sign} />
            {t(key)}
          </li>
        ))}
        {usable && <WaterSign icon={usable.icon} text={t('legend.water')} />}
        {unverified && <WaterSign icon={unverified.icon} text={t('legend.unverified')} />}
      </ul>
    </details>
  );
}

/** Also while it is only being drawn. */
function isClosed({ marks: { closures } }: Scene, effect: ClosureEffect): boolean {
  const { all, draft } = closures;
  return (
    all.some((each) => each.effect === effect) || (draft?.stretches && draft.effect) === effect
  );
}

/** As it stands on the map: the shape says what it is, the filling whether to rely on it. */
function WaterSign({ icon, text }: { icon: string; text: string }): JSX.Element {
  return (
    <li>
      <span className="legend-sign legend-icon">
        <StyleIcon name={icon} />
      </span>
      {text}
    </li>
  );
}
