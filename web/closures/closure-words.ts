import type { Closure } from '../../server/closures/schema.ts';
import { roadInSentence } from '../dispatch/road-words.ts';
import type { Words } from '../i18n/words.ts';
import type { ClosureOnWay } from './closures-on-way.ts';

/** Since or from when, until when, at which hours, and who says so. */
export function whenAndWho(closure: Closure, words: Words): string {
  const { from, active } = closure;
  const { t, format } = words;
  const begin = active
    ? t('closures.active')
    : t('closures.begins', { time: dayTime(from, format) });
  return [begin, untilAndWho(closure, words)].join(' · ');
}

function untilAndWho({ to, by, daily, verified }: Closure, { t, format }: Words): string {
  const end = to === null ? t('closures.open') : t('closures.ends', { time: dayTime(to, format) });
  const hours = daily ? t('closures.daily', daily) : null;
  const who = t(verified ? 'closures.saidBy' : 'closures.saidByUnverified', { by });
  return [end, hours, who].filter((text) => text !== null).join(' · ');
}

/** What a crew reads of one: what it is and why, on which road, and how that lies to its way. */
export function closureOnWayText(
  { closure, isCrossed, meters, isFromFire, road }: ClosureOnWay,
  words: Words,
): { what: string; about: string } {
  const { t, format } = words;
  const where = isCrossed
    ? t('closures.crossed')
    : t(isFromFire ? 'closures.nearFire' : 'closures.near', {
        distance: format.distance(Math.max(meters, 10)),
      });
  return {
    what: `${t(`closures.effect.${closure.effect}`)}: ${closure.reason}`,
    about: [
      ...(road ? [roadInSentence(road, words)] : []),
      where,
      untilAndWho(closure, words),
    ].join(' · '),
  };
}

function dayTime(text: string, format: Words['format']): string {
  return format.moment(new Date(text), new Date());
}
