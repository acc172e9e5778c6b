// Where the numbers of an answer come from.

import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import type { Words } from '../i18n/words.ts';
import { driveBy, isByRoad } from '../dispatch/drive-by.ts';
import { widthText } from '../dispatch/road-words.ts';
import { stopPlace } from '../dispatch/stop-words.ts';
import { type BarPart, barPartsOf, isRough } from '../dispatch/time-bar-parts.ts';
import type { WaterPoint } from '../dispatch/water-rows.ts';
import { isDrawn } from '../dispatch/water-words.ts';

/** Of one part of a unit's time; who drives has a drive. */
export function partOrigin({ kind }: BarPart, unit: UnitResponse, words: Words): string {
  const { t } = words;
  if (kind === 'drive') return driveOrigin(unit, words);
  if (kind === 'walking' && isRough(unit)) return t('origin.walking.rough');
  const brings = kind === 'laying' && (unit.hose?.supplyLengths ?? 0) > 0;
  return joinSentences([t(`origin.${kind}`), brings && t('origin.laying.supply')]);
}

/** Of the drive of a unit that has one. */
export function driveOrigin({ drive, notes }: UnitResponse, { t }: Words): string {
  const has = (...codes: string[]): boolean => notes.some(({ code }) => codes.includes(code));
  const isUnchecked = has('closures-not-kept', 'way-not-checked');
  return joinSentences([
    t(`origin.drive.${driveBy(drive!)}`),
    isByRoad(drive!) && t(isUnchecked ? 'origin.drive.unchecked' : 'origin.drive.kept'),
    has('contraflow') && t('origin.drive.contraflow'),
  ]);
}

/** Of the metres and lengths of hose. */
export function hoseOrigin({ unit, destination }: Planned, { t }: Words): string {
  return joinSentences([
    t('origin.hose'),
    (unit.hose?.supplyLengths ?? 0) > 0 && t('origin.hose.supply'),
    destination.ladder?.floorsProvenance !== 'recorded' && t('origin.hose.noFloors'),
  ]);
}

export type Planned = { unit: UnitResponse; destination: ResponseResult['destination'] };

function joinSentences(sentences: (string | false)[]): string {
  return sentences.filter(Boolean).join(' ');
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

/** Of where it is. */
export function positionOrigin(
  { isStale }: NonNullable<UnitResponse['position']>,
  { t }: Words,
): string {
  return t(isStale ? 'origin.position.stale' : 'origin.position');
}

/** Of the width that is said of a stop: before a bollard or a gate none is. */
export function widthOrigin(stop: Stop, words: Words): string | undefined {
  const named = stop.blockedBy ?? stop.road;
  const isSaid = named && stopPlace(stop, words).includes(widthText(named, words));
  return isSaid ? words.t(`legend.width.${named.provenance}`) : undefined;
}

type Stop = NonNullable<UnitResponse['stop']>;

/** Of what a water point gives or holds. */
export function flowOrigin(point: WaterPoint, words: Words): string {
  const recorded = recordOrigin(point, words);
  if (!isDrawn(point)) return recorded ?? words.t('origin.flow.unknown');
  const drawn = words.t('origin.flow.drawn');
  return recorded === null ? drawn : `${drawn}\n${recorded}`;
}

/** null: no number is recorded. */
function recordOrigin(
  { litersPerSecond, volumeM3, testedOn }: WaterPoint,
  { t, format }: Words,
): string | null {
  if (litersPerSecond === null && volumeM3 === null) return null;
  return testedOn === null
    ? t('origin.flow.never-tested')
    : t('origin.flow.tested', { date: format.date(testedOn) });
}
