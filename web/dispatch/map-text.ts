// What the map shows, for those who cannot see it; the panel has each part in full.

import type { UnitResponse } from '../../server/response/schema.ts';
import type { Words } from '../i18n/words.ts';
import { isByRoad } from './drive-by.ts';
import { supportTexts } from '../choices/support-words.ts';
import { pumpTexts } from '../water/relay-words.ts';
import { sourceName } from '../water/supply-words.ts';
import { windText } from '../wind/wind-words.ts';
import type { SceneInput } from './dispatch-scene.ts';
import { wordNote } from './note-words.ts';
import { coordinatesText } from './place-head.tsx';
import { stopPlace, stopReason } from './stop-words.ts';
import { type WaterRow, waterShown } from './water-rows.ts';
import { capacityText, waterName } from './water-words.ts';

/** Sentences in the order of the eye: what burns, the road, the stop, the hose, the water. */
export function mapText(input: SceneInput, words: Words): string {
  const { t } = words;
  const { candidates, card, point, response, unit } = input;
  if (candidates.length > 0) return t('mapText.results', { n: candidates.length });
  const place = point ? t('place.point') : (card?.label ?? response?.destination.place?.label);
  const sentences = [
    place && t('mapText.fire', { place }),
    ...(unit ? unitSentences(unit, words) : []),
    otherStopsSentence(input, words),
    supportSentence(input, words),
    response && waterSentence(input, words),
    unit && pumpsSentence(unit, words),
    unit && fetchSentence(unit, words),
    input.wind && t('mapText.wind', { wind: windText(input.wind, words) }),
  ].filter(Boolean);
  return sentences.length > 0 ? sentences.join(' ') : t('mapText.nothing');
}

function unitSentences(unit: UnitResponse, words: Words): (string | null)[] {
  const { t, format } = words;
  const { drive, stop, hose, callSign, station } = unit;
  const named = { callSign, station: station.name };
  const isRoad = drive !== null && isByRoad(drive);
  const leg = unit.role === 'water' ? 'mapText.hose' : 'mapText.foot';
  return [
    drive && !isRoad ? t('mapText.guess', named) : null,
    // Not drawn yet: the map shows none.
    drive && isRoad && drive.meters !== null
      ? t('mapText.road', { ...named, distance: format.distance(drive.meters) })
      : null,
    stop && t('mapText.stop', { stop: stopPlace(stop, words), why: stopReason(unit, words) }),
    hose && hose.meters >= 1 ? t(leg, { meters: format.number(hose.meters) }) : null,
  ];
}

function otherStopsSentence({ alternatives = [] }: SceneInput, words: Words): string | null {
  if (alternatives.length === 0) return null;
  const list = alternatives.map((each) => wordNote(each.why, words)).join('; ');
  return words.t('mapText.otherStops', { list });
}

function supportSentence({ support }: SceneInput, words: Words): string | null {
  if (!support) return null;
  return `${supportTexts(support, words).join('; ')}.`;
}

function waterSentence({ response, unit }: SceneInput, words: Words): string {
  const { t } = words;
  if (!response) return '';
  const shown = waterShown(response.destination, unit);
  const listed = (rows: WaterRow[]): string => rows.map((row) => waterText(row, words)).join('; ');
  const sentences = [
    shown.usable.length > 0 && t('mapText.water', { points: listed(shown.usable) }),
    shown.unverified.length > 0 && t('mapText.unverified', { points: listed(shown.unverified) }),
  ].filter(Boolean);
  return sentences.length > 0 ? sentences.join(' ') : t('mapText.noWater');
}

function pumpsSentence(unit: UnitResponse, words: Words): string | null {
  const pumps = pumpTexts(unit, words);
  return pumps.length > 0 ? words.t('mapText.pumps', { list: pumps.join('; ') }) : null;
}

function fetchSentence({ water }: UnitResponse, words: Words): string | null {
  const { shuttle = null } = water?.supply ?? {};
  if (!shuttle) return null;
  return words.t('mapText.fetch', {
    water: sourceName(shuttle, words),
    position: coordinatesText(shuttle),
  });
}

function waterText(row: WaterRow, words: Words): string {
  const { t, format } = words;
  const from = [
    row.fromStopMeters !== null &&
      t('mapText.fromStop', { meters: format.number(row.fromStopMeters) }),
    row.fromDoorMeters !== null &&
      t('mapText.fromDoor', { meters: format.number(row.fromDoorMeters) }),
  ].filter(Boolean);
  return [waterName(row, words), capacityText(row, words), ...from].join(', ');
}
