import type { Words } from '../i18n/words.ts';
import { sourceName } from '../water/supply-words.ts';
import { flowText } from './dispatch-scene.ts';
import type { WaterRow } from './water-rows.ts';

export function waterName({ point }: WaterRow, words: Words): string {
  return sourceName(point, words);
}

export function capacityText({ point }: WaterRow, words: Words): string {
  const parts = [flowText(point.litersPerSecond, words)];
  if (point.volumeM3 !== null)
    parts.push(words.t('water.volume', { volume: words.format.number(point.volumeM3) }));
  if (point.status === 'unverified')
    parts.push(
      point.testedOn
        ? words.t('water.tested', { date: words.format.date(point.testedOn) })
        : words.t('water.never-tested'),
    );
  return parts.join(' · ');
}

export function metersText(meters: number | null, words: Words): string {
  return meters === null ? '–' : `${words.format.number(meters)} m`;
}
