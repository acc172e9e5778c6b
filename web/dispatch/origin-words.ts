// Where the numbers of an answer come from, said where the mouse rests on them.

import type { UnitResponse } from '../../server/response/schema.ts';
import type { Words } from '../i18n/words.ts';
import { type BarPart, barPartsOf } from './time-bar-parts.ts';
import type { WaterPoint } from './water-rows.ts';

/** Of one part of a unit's time. */
export function partOrigin({ kind }: BarPart, { drive }: UnitResponse, { t }: Words): string {
  return kind === 'drive' ? t(`origin.drive.${drive?.router ?? 'table'}`) : t(`origin.${kind}`);
}

/** Of the whole: a line for each of its parts. */
export function timeOrigin(unit: UnitResponse, words: Words): string {
  const lines = barPartsOf(unit).map((part) =>
    words.t('origin.part', {
      part: words.t(`part.${part.kind}`),
      time: words.format.clock(part.seconds),
      origin: partOrigin(part, unit, words),
    }),
  );
  return lines.join('\n');
}

/** Of the width of the road that a stop names. */
export function widthOrigin({ blockedBy, road }: Stop, { t }: Words): string | undefined {
  const named = blockedBy ?? road;
  return named ? t(`legend.width.${named.provenance}`) : undefined;
}

type Stop = NonNullable<UnitResponse['stop']>;

/** Of what a water point gives or holds. */
export function flowOrigin(point: WaterPoint, { t, format }: Words): string {
  if (point.litersPerSecond === null && point.volumeM3 === null) return t('origin.flow.unknown');
  return point.testedOn === null
    ? t('origin.flow.never-tested')
    : t('origin.flow.tested', { date: format.date(point.testedOn) });
}
