import type { UnitResponse } from '../../server/response/schema.ts';
import { isRough, secondsShown } from '../dispatch/time-bar-parts.ts';
import type { Words } from '../i18n/words.ts';

/** How much the chosen stop costs or saves, in the time that this unit is ranked by. */
export function compareStops(planned: UnitResponse, moved: UnitResponse, words: Words): string {
  const { t, format } = words;
  if (moved.status === 'unreachable') return t('stop.chosenUnreachable');
  const clock = [planned, moved].some((unit) => secondsShown(unit) !== null)
    ? secondsShown
    : ({ secondsToCrew }: UnitResponse) => secondsToCrew;
  const [before, after] = [clock(planned), clock(moved)];
  // A rough time beside a full one is another clock.
  if (before === null || after === null || isRough(planned) !== isRough(moved))
    return t('stop.chosen');
  const seconds = Math.round(after - before);
  if (seconds === 0) return t('stop.chosenSame');
  const time = format.clock(Math.abs(seconds));
  return t(seconds > 0 ? 'stop.chosenSlower' : 'stop.chosenFaster', { time });
}
