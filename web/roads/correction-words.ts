// What people said of a road, in words. Pure.

import { metersBetween } from '../../geo/distance.ts';
import type { Correction, ObstacleValue } from '../../server/corrections/schema.ts';
import type { AssumedLimit, NearRoad } from '../../server/roads/schema.ts';
import type { Words } from '../i18n/words.ts';
import { barrierName } from './barrier-name.ts';

export function obstacleOf({ field, value }: Correction): ObstacleValue | null {
  if (field !== 'obstacle' || typeof value !== 'object' || value === null) return null;
  return 'kind' in value ? value : null;
}

/** "dây thấp 2,6 m", "chợ 05:00–08:00". */
export function obstacleText({ kind, clearMeters, from, to }: ObstacleValue, words: Words): string {
  const { t, format } = words;
  return [
    barrierName(kind, words),
    clearMeters === undefined ? null : t('width.meters', { meters: format.number(clearMeters, 2) }),
    from === undefined ? null : `${from}–${to}`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** What fills the way in other hours than these already, "chợ 05:00–08:00"; null for nothing. */
export function filledBeside(
  entered: readonly Correction[],
  { kind, from, to }: { kind: string; from: string; to: string },
  words: Words,
): string | null {
  const others = entered.flatMap((correction) => {
    const said = obstacleOf(correction);
    const isBeside =
      said?.kind === kind &&
      said.lon === undefined &&
      (said.from ?? '') + (said.to ?? '') !== from + to;
    return isBeside ? [obstacleText(said, words)] : [];
  });
  return others.length === 0 ? null : others.join(', ');
}

/** What was reported so near to the pressed point that it may be the same thing, and goes on counting; the nearest first. */
export function standingBeside(
  entered: readonly Correction[],
  kind: string,
  { lon, lat, sameObstacleMeters }: Pick<NearRoad, 'lon' | 'lat' | 'sameObstacleMeters'>,
): { meters: number; obstacle: ObstacleValue }[] {
  return entered
    .flatMap((correction) => {
      const obstacle = obstacleOf(correction);
      if (obstacle?.lon === undefined || obstacle.lat === undefined) return [];
      // At the same place to five decimals the server has the new entry replace it.
      const isReplaced =
        obstacle.kind === kind &&
        obstacle.lon.toFixed(5) === lon.toFixed(5) &&
        obstacle.lat.toFixed(5) === lat.toFixed(5);
      if (isReplaced || correction.state !== 'applied') return [];
      return [{ meters: metersBetween([lon, lat], [obstacle.lon, obstacle.lat]), obstacle }];
    })
    .filter(({ meters }) => meters <= (sameObstacleMeters ?? 0))
    .toSorted((a, b) => a.meters - b.meters);
}

/** "Rộng 2,4 m", "Cao tối đa: không giới hạn", "Cọc". */
export function correctionText(correction: Correction, words: Words): string {
  const { t, format } = words;
  const obstacle = obstacleOf(correction);
  if (obstacle) return obstacleText(obstacle, words);
  const { field, value } = correction;
  const amount = typeof value === 'number' ? format.number(value, 2) : null;
  if (field === 'width_m') return t('roads.said.width', { amount: amount ?? '–' });
  const limit = field === 'max_height_m' ? 'height' : 'weight';
  return amount === null ? t(`roads.said.no-${limit}`) : t(`roads.said.${limit}`, { amount });
}

/** "Dây thấp 3,5 m*", "tải tối đa 8 t*": judged by eye. */
export function assumedLimitText(limit: AssumedLimit, words: Words): string {
  const { field, kind, amount } = limit;
  const { t, format } = words;
  if (field === 'obstacle')
    return `${obstacleText({ kind: kind ?? '', ...(amount !== null && { clearMeters: amount }) }, words)}*`;
  const what = field === 'max_height_m' ? 'height' : 'weight';
  const text =
    amount === null
      ? t(`roads.said.no-${what}`)
      : t(`roads.said.${what}`, { amount: format.number(amount, 2) });
  return `${text}*`;
}

/** That it waits where its road is gone, or holds on a part of that or on more. */
function whereItHolds({ state, reason }: Correction, { t, maybe, format }: Words): string | null {
  const [code, meters] = reason?.split(' ') ?? [];
  if (state === 'unmatched') return maybe(`roads.unmatched.${code}`) ?? t('roads.unmatched');
  if (code === 'spread') return t('roads.spread');
  return code === 'partly' ? t('roads.partly', { meters: format.number(Number(meters), 0) }) : null;
}

/** On how many stretches it holds beside this one: to withdraw it withdraws it there as well. */
export function countOthers({ carriedBy }: Correction, target: string | undefined): number {
  return new Set(carriedBy.filter((way) => way !== target)).size;
}

/** By whom, when it was seen, how it is known, and whether it holds where it was seen. */
export function whoAndWhen(correction: Correction, words: Words): string {
  const { t, format } = words;
  const { by, verified, observedOn, enteredAt, provenance, source } = correction;
  return [
    provenance === 'assumed' ? t('roads.by-eye') : null,
    verified ? by : t('author.unverified', { by }),
    observedOn === null
      ? t('roads.entered', { day: format.date(enteredAt) })
      : t('roads.seen', { day: format.date(observedOn) }),
    source === 'register' ? t('roads.from-register') : null,
    whereItHolds(correction, words),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
