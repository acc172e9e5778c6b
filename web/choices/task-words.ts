import { coordinatesText } from '../dispatch/place-head.tsx';
import { roadInSentence } from '../dispatch/road-words.ts';
import { stopPlace } from '../dispatch/stop-words.ts';
import type { WordKey, Words } from '../i18n/words.ts';
import { sourceName } from '../water/supply-words.ts';
import type { Pump, UnitTask } from './unit-task.ts';

/** Who comes first, and what this unit does for it: as its crew reads it. */
export function taskTexts(
  { first, stand, carried, fetched, hoseLengths, isStuck }: UnitTask,
  words: Words,
): string[] {
  const { t, format } = words;
  if (!first) return [t('task.unknown')];
  const { callSign, stop } = first;
  const isIdle = !isStuck && !stand && carried.length === 0 && !fetched && hoseLengths === 0;
  return [
    stop
      ? t('task.first', {
          first: callSign,
          stop: stopPlace(stop, words),
          position: coordinatesText(stop),
        })
      : t('task.firstBare', { first: callSign }),
    ...(stand ? [standText(stand, callSign, words)] : []),
    ...carried.map((pump) =>
      t(carryKey(pump), {
        first: callSign,
        position: coordinatesText(pump),
        meters: format.number(pump.meters),
      }),
    ),
    ...(fetched ? [fetchText(fetched, callSign, words)] : []),
    ...(hoseLengths > 0 ? [t('task.bringHose', { first: callSign, n: hoseLengths })] : []),
    ...(isIdle ? [t('task.none', { first: callSign })] : []),
  ];
}

/** The line to the water is measured from there, the one to the door from the engine. */
function carryKey({ at, waterId }: Pump): WordKey {
  if (at === 'water') return 'task.carryToWater';
  return waterId === null ? 'task.carryFromFirst' : 'task.carryFromWater';
}

/** With the position, for most hydrants have no name. */
function fetchText(water: NonNullable<UnitTask['fetched']>, first: string, words: Words): string {
  const { stopsOn } = water;
  const params = {
    first,
    water: sourceName(water, words),
    position: coordinatesText(water),
    distance: words.format.distance(water.meters),
  };
  if (!stopsOn) return words.t('task.fetch', params);
  return words.t('task.fetchOutside', {
    ...params,
    stop: roadInSentence(stopsOn.road, words),
    stopPosition: coordinatesText(stopsOn),
  });
}

function standText(stand: NonNullable<UnitTask['stand']>, first: string, words: Words): string {
  const { kind, road, isApart } = stand;
  const meters = words.format.number(stand.meters);
  if (!road) return words.t('task.pumpAtWater', { first });
  const waits = isApart ? 'task.waitApart' : 'task.wait';
  return words.t(kind === 'wait' ? waits : 'task.pump', {
    first,
    road: roadInSentence(road, words),
    meters,
  });
}
