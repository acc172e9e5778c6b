import type { Words } from '../i18n/words.ts';
import { isOpenWater, liftText } from '../water/lift-words.ts';
import { sourceName } from '../water/supply-words.ts';
import { flowText } from './dispatch-scene.ts';
import type { WaterPoint, WaterRow } from './water-rows.ts';

export function waterName({ point }: WaterRow, words: Words): string {
  return sourceName(point, words);
}

export function capacityText({ point }: WaterRow, words: Words): string {
  const flow = capacity(point, words);
  const lift = liftText(point, words);
  const parts = [lift ? `${flow} ${lift}` : flow];
  if (point.status === 'unverified')
    parts.push(
      point.testedOn
        ? words.t('water.tested', { date: words.format.date(point.testedOn) })
        : words.t('water.never-tested'),
    );
  return parts.join(' · ');
}

/** Of a hydrant its flow, of a tank what it holds. */
function capacity(point: WaterPoint, words: Words): string {
  const { kind, litersPerSecond, volumeM3 } = point;
  const volume =
    volumeM3 === null ? null : words.t('water.volume', { volume: words.format.number(volumeM3) });
  const flow =
    litersPerSecond !== null || kind === 'hydrant'
      ? flowText(litersPerSecond, words)
      : isDrawn(point) && words.t('water.asPumpDraws');
  const told = [flow, volume].filter((text) => typeof text === 'string');
  return told.join(' · ') || words.t('water.volumeUnknown');
}

/** Open water gives what the pump draws, unless a flow is recorded, or it is dry. */
export function isDrawn(point: WaterPoint): boolean {
  return isOpenWater(point) && point.litersPerSecond === null && point.volumeM3 !== 0;
}

export function metersText(meters: number | null, words: Words): string {
  return meters === null ? '–' : `${words.format.number(meters)} m`;
}
