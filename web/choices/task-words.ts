import { coordinatesText } from '../dispatch/place-head.tsx';
import { roadInSentence } from '../dispatch/road-words.ts';
import { stopPlace } from '../dispatch/stop-words.ts';
import type { Words } from '../i18n/words.ts';
import { sourceName } from '../water/supply-words.ts';
import type { UnitTask } from './unit-task.ts';

/** Who comes first, and what this unit does for it: as its crew reads it. */
export function taskTexts(
  { first, stand, carried, fetched, hoseLengths }: UnitTask,
  words: Words,
): string[] {
  const { t, format } = words;
  if (!first) return [t('task.unknown')];
  const { callSign, stop } = first;
  const isIdle = !stand && carried.length === 0 && !fetched && hoseLengths === 0;
  return [
    stop
      ? t('task.first', {
          first: callSign,
          stop: stopPlace(stop, words),
          position: coordinatesText(stop),
        })
      : t('task.firstBare', { first: callSign }),
    ...(stand ? [standText(stand, callSign, words)] : []),
    ...carried.map(({ at, meters, ...place }) =>
      t(at === 'water' ? 'task.carryToWater' : 'task.carryAlong', {
        position: coordinatesText(place),
        meters: format.number(meters),
      }),
    ),
    ...(fetched ? [t('task.fetch', { first: callSign, water: sourceName(fetched, words) })] : []),
    ...(hoseLengths > 0 ? [t('task.bringHose', { first: callSign, n: hoseLengths })] : []),
    ...(isIdle ? [t('task.none', { first: callSign })] : []),
  ];
}

function standText(stand: NonNullable<UnitTask['stand']>, first: string, words: Words): string {
  const { kind, road } = stand;
  const meters = words.format.number(stand.meters);
  if (!road) return words.t('task.pumpAtWater', { first });
  return words.t(kind === 'wait' ? 'task.wait' : 'task.pump', {
    first,
    road: roadInSentence(road, words),
    meters,
  });
}
