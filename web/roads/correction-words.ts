// What people said of a road, in words. Pure.

import type { Correction, ObstacleValue } from '../../server/corrections/schema.ts';
import type { AssumedLimit } from '../../server/roads/schema.ts';
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
function whereItHolds({ state, reason }: Correction, { t, format }: Words): string | null {
  if (state === 'unmatched') return t('roads.unmatched');
  const [code, meters] = reason?.split(' ') ?? [];
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
