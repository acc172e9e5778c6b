import type { Support } from '../../server/response/choices-schema.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { roadInSentence } from '../dispatch/road-words.ts';
import type { Words } from '../i18n/words.ts';

/** Where the engines behind the first one stand, and why one of them has no place. */
export function supportTexts({ staging, supply, notes }: Support, words: Words): string[] {
  const { t, format } = words;
  return [
    staging &&
      t(staging.isApart ? 'support.stagingApart' : 'support.staging', {
        callSign: staging.unit.callSign,
        road: roadInSentence(staging.road, words),
        meters: format.number(staging.metersFromStop),
      }),
    supply && supplyText(supply, words),
    ...notes.map((note) => wordNote(note, words)),
  ].filter((text) => text !== null);
}

function supplyText(supply: NonNullable<Support['supply']>, words: Words): string {
  const params = {
    road: roadInSentence(supply.road, words),
    meters: words.format.number(supply.hoseMeters),
  };
  if (!supply.unit) return words.t('support.supplyNobody', params);
  const key = supply.isCarried ? 'support.supplyCarried' : 'support.supply';
  return words.t(key, { ...params, callSign: supply.unit.callSign });
}
