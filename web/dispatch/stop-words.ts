import type { RoadRef } from '../../server/response/road-schema.ts';
import type { UnitResponse } from '../../server/response/schema.ts';
import type { Words } from '../i18n/words.ts';
import { wordObstacle, wordObstacleShort, wordReason } from './note-words.ts';
import { roadInSentence, roadName, widthText } from './road-words.ts';

type Stop = NonNullable<UnitResponse['stop']>;

/**
 * "đầu ngách 29/70 (2,1 m*)": before the road that stops it, and with what, its width or "cọc chắn"; deep inside that road, what it is that stops it there:
 * "trong ngõ 29, trước cọc chắn". Else the road it stands on.
 */
export function stopPlace(stop: Stop, words: Words): string {
  const { road, blockedBy, reason } = stop;
  const obstacle = obstacleOnItsRoad(stop, words);
  if (road && obstacle !== null)
    return words.t(road.alleyLevel > 0 ? 'stop.in-alley' : 'stop.on-street', {
      road: roadInSentence(road, words),
      obstacle,
    });
  if (blockedBy) {
    const hindrance = wordObstacleShort(reason, widthText(blockedBy, words), words);
    const mouth = `${roadInSentence(blockedBy, words)} (${hindrance})`;
    return words.t('stop.at-mouth', { road: mouth });
  }
  if (!road) return words.t('stop.somewhere');
  return `${roadName(road, words)} (${widthText(road, words)})`;
}

/** What keeps it from going on along the road that it stands on; null where that is another road, or nothing. */
export function obstacleOnItsRoad({ road, blockedBy, reason }: Stop, words: Words): string | null {
  if (!road || !blockedBy || !isSameRoad(road, blockedBy)) return null;
  return wordObstacle(reason, widthText(blockedBy, words), words);
}

/** On the map: "Dừng · 2,1 m*", and before something else than a narrow road "Dừng · cọc chắn". */
export function stopLabel({ blockedBy, reason }: Stop, words: Words): string {
  const label = words.t('map.stop');
  if (!blockedBy) return label;
  return `${label} · ${wordObstacleShort(reason, widthText(blockedBy, words), words)}`;
}

/** Two without a name are told apart by nothing that a crew sees but their kind. */
function isSameRoad(a: RoadRef, b: RoadRef): boolean {
  if (a.name !== null || b.name !== null) return a.name === b.name;
  return a.class === b.class && a.alleyLevel === b.alleyLevel;
}

/** A door far behind its road: the engine stands on that road, not at the door. */
const farDoorMeters = 20;

export function isFarFromDoor({ hose }: Pick<UnitResponse, 'hose'>): boolean {
  return hose !== null && hose.meters > farDoorMeters;
}

export function stopReason({ stop, hose }: UnitResponse, words: Words): string {
  if (!stop) return '';
  const isFar = stop.reason.code === 'at-door' && isFarFromDoor({ hose });
  return isFar ? words.t('why.nearest-road') : wordReason(stop.reason, words);
}
