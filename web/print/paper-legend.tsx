import type { JSX } from 'react';
import { lineMeters } from '../../geo/distance.ts';
import { useWords } from '../i18n/use-words.ts';
import type { WordKey } from '../i18n/words.ts';
import type { Scene } from '../map/scene.ts';
import type { NumberedWater } from './numbered-water.ts';
import type { PaperClosure } from './closure-on-paper.ts';
import {
  ClosureSign,
  DoorSign,
  FetchSign,
  FireSign,
  PumpSign,
  StagingSign,
  StationSign,
  StopSign,
  SupplySign,
  WaterSign,
  WindSign,
} from './paper-signs.tsx';

type Entry = { key: WordKey; sign: JSX.Element; isShown: boolean };

const closureEffects = ['impassable', 'avoid'] as const;

/** What the lines and signs of both maps mean; only those that are on them. */
export function PaperLegend({
  scene,
  water,
  closures,
}: {
  scene: Scene;
  water: NumberedWater[];
  closures: PaperClosure[];
}): JSX.Element {
  const { t } = useWords();
  const usable = water.find(({ row }) => row.point.status === 'usable');
  const unsure = water.find(({ row }) => row.point.status !== 'usable');
  const { building, door, leg, truck, stop } = scene;
  const hasLeg = leg !== null && lineMeters(leg.line) >= 1;
  const entries: Entry[] = [
    {
      key: 'legend.fire',
      sign: <path className="paper-building" d="M-10-6h20v12h-20z" />,
      isShown: building !== null,
    },
    { key: 'legend.point', sign: <FireSign />, isShown: scene.fire !== null },
    {
      key: 'legend.door',
      sign: <DoorSign isAssumed={false} />,
      isShown: building !== null && door?.assumed === false,
    },
    {
      key: 'legend.door-assumed',
      sign: <DoorSign isAssumed />,
      isShown: (building !== null && door?.assumed === true) || scene.otherDoors.length > 0,
    },
    { key: 'legend.stop', sign: <StopSign />, isShown: stop !== null },
    { key: 'legend.truck', sign: <LineSign name="truck" />, isShown: truck?.sure === true },
    { key: 'legend.guess', sign: <LineSign name="guess" />, isShown: truck?.sure === false },
    {
      key: 'legend.hose',
      sign: <path className="paper-hose" d="M-17 0H-2M2 0h15" />,
      isShown: leg?.kind === 'hose' && hasLeg,
    },
    {
      key: 'legend.foot',
      sign: <path className="paper-foot-line" d="M-15 0h32" />,
      isShown: leg?.kind === 'foot' && hasLeg,
    },
    {
      key: 'legend.water',
      sign: <>{usable && <WaterSign point={usable.row.point} number={usable.number} />}</>,
      isShown: usable !== undefined,
    },
    {
      key: 'legend.unverified',
      sign: <>{unsure && <WaterSign point={unsure.row.point} number={unsure.number} />}</>,
      isShown: unsure !== undefined,
    },
    {
      key: 'legend.water-path',
      sign: <LineSign name="water-path" />,
      isShown: scene.water.some(({ path }) => path.length > 1),
    },
    {
      key: 'legend.fetch',
      sign: <FetchSign />,
      isShown: scene.water.some(({ isFetched }) => isFetched),
    },
    { key: 'legend.pump', sign: <PumpSign />, isShown: scene.pumps.length > 0 },
    { key: 'legend.staging', sign: <StagingSign />, isShown: scene.staging !== null },
    { key: 'legend.supply', sign: <SupplySign />, isShown: scene.supply !== null },
    {
      key: 'legend.wind',
      sign: (
        <g transform="translate(-14 0)">
          <WindSign fromDegrees={270} length={28} />
        </g>
      ),
      isShown: scene.wind !== null,
    },
    ...closureEffects.map((effect) => ({
      key: `legend.closure.${effect}` as const,
      sign: <ClosureSign effect={effect} letter="" />,
      isShown: closures.some((closure) => closure.effect === effect),
    })),
    { key: 'print.station', sign: <StationSign />, isShown: truck !== null },
  ];
  return (
    <ul className="paper-legend" aria-label={t('legend.title')}>
      {entries
        .filter(({ isShown }) => isShown)
        .map(({ key, sign }) => (
          <li key={key}>
            <svg className="paper-scene" viewBox="-18 -12 36 24" aria-hidden="true">
              {sign}
            </svg>
            {t(key)}
          </li>
        ))}
    </ul>
  );
}

function LineSign({ name }: { name: 'truck' | 'guess' | 'water-path' }): JSX.Element {
  return <path className={`paper-${name}`} d="M-17 0h34" />;
}
