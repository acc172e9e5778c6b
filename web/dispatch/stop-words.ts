import type { UnitResponse } from '../../server/response/schema.ts';
import type { Words } from '../i18n/words.ts';
import { wordReason } from './note-words.ts';
import { roadInSentence, roadName, widthText } from './road-words.ts';

/** "đầu Ngách 29/70 (2,1 m*)": before the road that stops it, else the road it stands on. */
export function stopPlace(stop: NonNullable<UnitResponse['stop']>, words: Words): string {
  if (stop.blockedBy) {
    const road = `${roadInSentence(stop.blockedBy, words)} (${widthText(stop.blockedBy, words)})`;
    return words.t('stop.at-mouth', { road });
  }
  if (!stop.road) return words.t('stop.somewhere');
  return `${roadName(stop.road, words)} (${widthText(stop.road, words)})`;
}

/** A door far behind its road: the engine stands on that road, not at the door. */
const farDoorMeters = 20;

export function stopReason({ stop, hose }: UnitResponse, words: Words): string {
  if (!stop) return '';
  const isFar = stop.reason.code === 'at-door' && hose && hose.meters > farDoorMeters;
  return isFar ? words.t('why.nearest-road') : wordReason(stop.reason, words);
}
