import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { stopPlace } from '../dispatch/stop-words.ts';
import { barPartsOf } from '../dispatch/time-bar-parts.ts';
import { type WaterRow, waterShown } from '../dispatch/water-rows.ts';
import { capacityText, waterName } from '../dispatch/water-words.ts';
import type { Words } from '../i18n/words.ts';
import { positionText } from '../units/position-words.ts';
import { toWaterText } from '../water/hose-words.ts';
import { flowOrigin, partOrigin, positionOrigin, widthOrigin } from './origin-words.ts';

/** A number of the answer, as it is shown, and where it comes from. */
export type OriginRow = { what: string; value: string; origin: string };

type Shown = { unit: UnitResponse; destination: ResponseResult['destination'] };

/** Of the numbers of one unit and of its water, in the order of the panel. */
export function listOrigins({ unit, destination }: Shown, words: Words): OriginRow[] {
  const { usable, usableFromDoor, unverified } = waterShown(destination, unit);
  const water = [...usable, ...usableFromDoor, ...unverified];
  const { t } = words;
  return [
    ...placeOrigins(unit, words),
    ...barPartsOf(unit).map((part) => ({
      what: t(`part.${part.kind}`),
      value: words.format.clock(part.seconds),
      origin: partOrigin(part, unit, words),
    })),
    ...stopOrigins(unit, words),
    ...legOrigins(unit, words),
    ...water.map((row) => describeWater(row, words)),
    ...(water.length > 0
      ? [{ what: t('origins.waterMeters'), value: '', origin: t('origin.walk') }]
      : []),
  ];
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
function legOrigins({ hose, role }: UnitResponse, words: Words): OriginRow[] {
  if (!hose) return [];
  const { t, format } = words;
  const meters = t('hose.meters', { meters: format.number(hose.meters) });
  if (role !== 'water')
    return hose.meters >= 1
      ? [{ what: t('foot.label'), value: meters, origin: t('origin.walk') }]
      : [];
  const lengths = t('hose.lengths', { n: hose.lengths });
  const value = `${meters} · ${lengths}${toWaterText(hose, words)}`;
  return [{ what: t('hose.label'), value, origin: t('origin.hose') }];
}

function describeWater(row: WaterRow, words: Words): OriginRow {
  return {
    what: waterName(row, words),
    value: capacityText(row, words),
    origin: flowOrigin(row.point, words),
  };
}
