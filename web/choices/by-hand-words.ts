// What the dispatcher decided against the computation: kept in the address bar, so that no new
// answer takes it away.

import type { RoadRef } from '../../server/response/road-schema.ts';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import type { DispatchSearch } from '../dispatch/dispatch-search.ts';
import { errorText } from '../dispatch/error-words.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { roadInSentence } from '../dispatch/road-words.ts';
import type { NamedUnit } from '../dispatch/use-named-unit.ts';
import { stopOf, stopReasonKey } from './choices-in-address.ts';
import { firstOf } from './unit-task.ts';
import type { Words } from '../i18n/words.ts';

export type ByHand = {
  /** The unit chosen, and the one that it replaces, or leads before; null: it comes as well. */
  unit: { callSign: string; planned: string | null; leads: boolean } | null;
  isStopChosen: boolean;
  isDoorChosen: boolean;
  doorRoad: RoadRef | null;
  /** What the reason to be given explains: the stop, else the unit, else the door. */
  reasonKey: string;
  why: string;
  /** Of what else is chosen, where they were given for that. */
  unitWhy: string;
  doorWhy: string;
};

type Choices = Pick<DispatchSearch, 'first' | 'also' | 'instead' | 'stop' | 'door' | 'why'>;

/** null: everything is as it was computed. */
export function byHandOf(
  search: Choices,
  response: ResponseResult | undefined,
  shown: Pick<UnitResponse, 'unitId' | 'callSign'> | null,
): ByHand | null {
  const unit = unitByHand(search, response, shown);
  const isStopChosen = stopOf(search, shown?.unitId ?? null) !== undefined;
  const isDoorChosen = search.door !== undefined;
  if (!unit && !isStopChosen && !isDoorChosen) return null;
  const unitId = shown?.unitId ?? '';
  const reasonKey = isStopChosen ? stopReasonKey(unitId) : unit ? unitId : 'door';
  const why = search.why?.[reasonKey] ?? '';
  const otherWhy = (key: string, isChosen: boolean): string => {
    const other = isChosen && key !== reasonKey ? search.why?.[key] : undefined;
    return other === undefined || other === why ? '' : other;
  };
  return {
    unit,
    isStopChosen,
    isDoorChosen,
    doorRoad: response?.destination.door.road ?? null,
    reasonKey,
    why,
    unitWhy: otherWhy(unitId, unit !== null),
    doorWhy: otherWhy('door', isDoorChosen),
  };
}

/** Looked at is not sent. */
function unitByHand(
  { first, also, instead }: Choices,
  response: ResponseResult | undefined,
  shown: Pick<UnitResponse, 'unitId' | 'callSign'> | null,
): ByHand['unit'] {
  if (!response || !shown) return null;
  const { callSign, unitId } = shown;
  if (also?.includes(unitId)) return { callSign, planned: null, leads: false };
  if (unitId !== first) return null;
  const { units, notRanked } = response;
  const replaced = [...units, ...notRanked].find((each) => each.unitId === instead?.of);
  const planned = replaced ?? firstOf(response);
  if (!planned || planned.unitId === first) return null;
  return { callSign, planned: planned.callSign, leads: !instead };
}

export function byHandText({ why, ...byHand }: ByHand, words: Words): string {
  const { unit, isStopChosen, isDoorChosen, doorRoad } = byHand;
  const list = [
    unit && because(unitText(unit, words), byHand.unitWhy),
    isDoorChosen && because(doorText(doorRoad, words), byHand.doorWhy),
    isStopChosen && words.t('byHand.stop'),
  ]
    .filter(Boolean)
    .join(', ');
  return why === '' ? words.t('byHand.text', { list }) : words.t('byHand.textWhy', { list, why });
}

function unitText({ leads, planned, callSign }: NonNullable<ByHand['unit']>, words: Words): string {
  if (planned === null) return words.t('byHand.unitAlso', { callSign });
  const signs = { callSign, planned };
  return leads ? words.t('byHand.unitLeads', signs) : words.t('byHand.unit', signs);
}

function because(choice: string, why: string): string {
  return why === '' ? choice : `${choice} (${why})`;
}

/** Whose stops were moved beside that of the unit shown: their rows may be out of sight, and some have none. */
export function movedElsewhereText(
  { stop = {} }: Choices,
  { units, notRanked }: Pick<ResponseResult, 'units' | 'notRanked'>,
  { shownId, words }: { shownId: string | null; words: Words },
): string | null {
  const list = [...units, ...notRanked]
    .filter(({ unitId }) => unitId !== shownId && stop[unitId] !== undefined)
    .map(({ callSign }) => callSign)
    .join(', ');
  return list === '' ? null : words.t('byHand.elsewhere', { list });
}

function doorText(road: RoadRef | null, words: Words): string {
  return road
    ? words.t('byHand.doorAt', { road: roadInSentence(road, words) })
    : words.t('byHand.door');
}

type Named = Pick<NamedUnit, 'unit' | 'isAsking' | 'error' | 'refused'> | null;

/** Why the unit that was chosen is not shown; null while it is, or while it is asked for. */
export function lostUnitText(named: Named, words: Words): string | null {
  return noPlanText(named, words, {
    failed: 'byHand.lostAway',
    unknown: 'byHand.lostUnknown',
    refused: 'byHand.lost',
  });
}

/** Why there is no paper for the unit that was named; null while there is, or while it is made. */
export function noPaperText(named: Named, words: Words): string | null {
  return noPlanText(named, words, {
    failed: 'answer.failed',
    unknown: 'byHand.noPaperUnknown',
    refused: 'byHand.noPaper',
  });
}

type NoPlanKeys = {
  failed: 'byHand.lostAway' | 'answer.failed';
  unknown: 'byHand.lostUnknown' | 'byHand.noPaperUnknown';
  refused: 'byHand.lost' | 'byHand.noPaper';
};

function noPlanText(named: Named, words: Words, keys: NoPlanKeys): string | null {
  if (!named || named.unit || named.isAsking) return null;
  if (named.error) return words.t(keys.failed, { why: errorText(named.error, words) });
  if (!named.refused) return words.t(keys.unknown);
  const { callSign, why } = named.refused;
  return words.t(keys.refused, { callSign, why: wordNote(why, words) });
}
