import type { UnitResponse } from '../../server/response/schema.ts';
import { stopPlace } from '../dispatch/stop-words.ts';
import {
  type BarPart,
  type BarPartKind,
  barPartsOf,
  crewParts,
  waterParts,
} from '../dispatch/time-bar-parts.ts';
import { type WaterRow, waterShown } from '../dispatch/water-rows.ts';
import { capacityText, waterName } from '../dispatch/water-words.ts';
import type { Words } from '../i18n/words.ts';
import { positionText } from '../units/position-words.ts';
import { toWaterText } from '../water/hose-words.ts';
import { estimateText, needText, needWhy, supplyShown } from '../water/supply-words.ts';
import {
  flowOrigin,
  hoseOrigin,
  partOrigin,
  type Planned,
  positionOrigin,
  widthOrigin,
} from './origin-words.ts';

/** A number of the answer, as it is shown, and where it comes from. */
export type OriginRow = { what: string; value: string; origin: string };

/** Of the numbers of one unit and of its water, in the order of the panel. */
export function listOrigins(planned: Planned, words: Words): OriginRow[] {
  const { unit } = planned;
  return [
    ...clockOrigins(unit, words),
    ...placeOrigins(unit, words),
    ...partsOf(unit).map((part) => ({
      what: words.t(`part.${part.kind}`),
      value: words.format.clock(part.seconds),
      origin: partOrigin(part, unit, words),
    })),
    ...stopOrigins(unit, words),
    ...legOrigins(planned, words),
    ...supplyOrigins(planned, words),
    ...waterOrigins(planned, words),
  ];
}

/** Each clock that is shown is a sum. */
function clockOrigins(unit: UnitResponse, { t, format }: Words): OriginRow[] {
  const { parts, status, secondsToWater, secondsToCrew } = unit;
  if (!parts || status === 'unreachable') return [];
  const sum = (kinds: readonly BarPartKind[]): string => {
    const texts = kinds
      .filter((kind) => parts[kind] > 0)
      .map((kind) => `${t(`part.${kind}`)} ${format.clock(parts[kind])}`);
    return t('origins.sum', { parts: texts.join(' + ') });
  };
  const clocks = [
    { what: t('origins.toWater'), seconds: secondsToWater, kinds: waterParts },
    { what: t('origins.toCrew'), seconds: secondsToCrew, kinds: crewParts },
  ];
  return clocks.flatMap(({ what, seconds, kinds }) =>
    seconds === null ? [] : [{ what, value: format.clock(seconds), origin: sum(kinds) }],
  );
}

/** Of both clocks, also of the one that the bar leaves out. */
function partsOf(unit: UnitResponse): BarPart[] {
  const { parts, status, secondsToWater, secondsToCrew } = unit;
  if (!parts || status === 'unreachable') return barPartsOf(unit);
  const kinds = new Set([
    ...(secondsToWater === null ? [] : waterParts),
    ...(secondsToCrew === null ? [] : crewParts),
  ]);
  return [...kinds]
    .map((kind) => ({ kind, seconds: parts[kind] }))
    .filter(({ seconds }) => seconds > 0);
}

function placeOrigins(unit: UnitResponse, words: Words): OriginRow[] {
  if (!unit.position) return [];
  return [
    {
      what: words.t('origins.position'),
      value: positionText(unit, words),
      origin: positionOrigin(unit.position, words),
    },
  ];
}

function stopOrigins({ stop }: UnitResponse, words: Words): OriginRow[] {
  const origin = stop && widthOrigin(stop, words);
  return origin ? [{ what: words.t('stop.label'), value: stopPlace(stop, words), origin }] : [];
}

/** Of the way from the stop to the door. */
function legOrigins(planned: Planned, words: Words): OriginRow[] {
  const { hose, role } = planned.unit;
  if (!hose) return [];
  const { t, format } = words;
  const meters = t('hose.meters', { meters: format.number(hose.meters) });
  if (role !== 'water')
    return hose.meters >= 1
      ? [{ what: t('foot.label'), value: meters, origin: t('origin.walk') }]
      : [];
  const lengths = t('hose.lengths', { n: hose.lengths });
  const value = `${meters} · ${lengths}${toWaterText(hose, words)}`;
  return [{ what: t('hose.label'), value, origin: hoseOrigin(planned, words) }];
}

/** Of what the building needs, and of what there is. */
function supplyOrigins({ unit, destination }: Planned, words: Words): OriginRow[] {
  const supply = supplyShown(destination, unit);
  if (!supply) return [];
  const why = needWhy(destination, words);
  const origin = [why, estimateText(destination, words)].filter((text) => text !== null).join(' ');
  return [{ what: needText(destination, supply, words), value: '', origin }];
}

function waterOrigins({ unit, destination }: Planned, words: Words): OriginRow[] {
  const { usable, usableFromDoor, unverified } = waterShown(destination, unit);
  const rows = [...usable, ...usableFromDoor, ...unverified];
  if (rows.length === 0) return [];
  const { t } = words;
  return [
    ...rows.map((row) => describeWater(row, words)),
    { what: t('origins.waterMeters'), value: '', origin: t('origin.walk') },
  ];
}

function describeWater(row: WaterRow, words: Words): OriginRow {
  return {
    what: waterName(row, words),
    value: capacityText(row, words),
    origin: flowOrigin(row.point, words),
  };
}
