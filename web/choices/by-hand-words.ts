// What the dispatcher decided against the computation: kept in the address bar, so that no new
// answer takes it away.

import type { RoadRef } from '../../server/response/road-schema.ts';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { type DispatchSearch, stopOf } from '../dispatch/dispatch-search.ts';
import { errorText } from '../dispatch/error-words.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { roadInSentence } from '../dispatch/road-words.ts';
import type { NamedUnit } from '../dispatch/use-named-unit.ts';
import type { Words } from '../i18n/words.ts';

export type ByHand = {
  /** The unit chosen, and the one that the computation puts first. */
  unit: { callSign: string; planned: string } | null;
  isStopChosen: boolean;
  isDoorChosen: boolean;
  doorRoad: RoadRef | null;
  why: string;
};

type Choices = Pick<DispatchSearch, 'unit' | 'stop' | 'door' | 'why'>;

/** null: everything is as it was computed. */
export function byHandOf(
  search: Choices,
  response: ResponseResult | undefined,
  shown: Pick<UnitResponse, 'unitId' | 'callSign'> | null,
): ByHand | null {
  const first = response?.units[0];
  const isOther = shown && first && shown.unitId === search.unit && shown.unitId !== first.unitId;
  const unit = isOther ? { callSign: shown.callSign, planned: first.callSign } : null;
  const isStopChosen = stopOf(search, shown?.unitId ?? null) !== undefined;
  const isDoorChosen = search.door !== undefined;
  if (!unit && !isStopChosen && !isDoorChosen) return null;
  const doorRoad = response?.destination.door.road ?? null;
  return { unit, isStopChosen, isDoorChosen, doorRoad, why: search.why ?? '' };
}

export function byHandText({ why, ...byHand }: ByHand, words: Words): string {
  const { unit, isStopChosen, isDoorChosen, doorRoad } = byHand;
  const list = [
    unit && words.t('byHand.unit', unit),
    isDoorChosen && doorText(doorRoad, words),
    isStopChosen && words.t('byHand.stop'),
  ]
    .filter(Boolean)
    .join(', ');
  return why === '' ? words.t('byHand.text', { list }) : words.t('byHand.textWhy', { list, why });
}

function doorText(road: RoadRef | null, words: Words): string {
  return road
    ? words.t('byHand.doorAt', { road: roadInSentence(road, words) })
    : words.t('byHand.door');
}

/** Why the unit that was chosen is not shown; null while it is. */
export function lostUnitText(
  { unit }: Choices,
  response: ResponseResult | undefined,
  words: Words,
): string | null {
  if (!response || unit === undefined) return null;
  if (response.units.some(({ unitId }) => unitId === unit)) return null;
  const lost = response.notRanked.find(({ unitId }) => unitId === unit);
  if (!lost) return words.t('byHand.lostUnknown');
  return words.t('byHand.lost', { callSign: lost.callSign, why: wordNote(lost.why, words) });
}

/** Why there is no paper for the unit that was named; null while there is, or while it is made. */
export function noPaperText(
  named: Pick<NamedUnit, 'unit' | 'isAsking' | 'error' | 'refused'> | null,
  words: Words,
): string | null {
  if (!named || named.unit || named.isAsking) return null;
  if (named.error) return words.t('answer.failed', { why: errorText(named.error, words) });
  if (!named.refused) return words.t('byHand.noPaperUnknown');
  const { callSign, why } = named.refused;
  return words.t('byHand.noPaper', { callSign, why: wordNote(why, words) });
}
