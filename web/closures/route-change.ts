// What an answer says otherwise than the one before it, in a sentence; nothing where it says the same. Pure.

import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { isRough } from '../dispatch/time-bar-parts.ts';
import type { Words } from '../i18n/words.ts';

type Answer = Pick<ResponseResult, 'units'>;

/** Less is what two routers differ by. */
const sameSeconds = 15;
const sameDegrees = 0.0002;

export function wordChange(
  before: Answer,
  after: Answer,
  { unitId, words }: { unitId: string | null; words: Words },
): string | null {
  const { t, format } = words;
  const first = after.units.find(({ status }) => status === 'reachable');
  const shown = after.units.find((unit) => unit.unitId === unitId);
  const old = before.units.find((unit) => unit.unitId === (unitId ?? before.units[0]?.unitId));
  const now = shown ?? after.units.find((unit) => unit.unitId === old?.unitId);
  if (!old || !now) return null;
  // A rough answer beside a full one differs for other reasons.
  if (isRough(old) !== isRough(now)) return null;
  if (old.status === 'reachable' && now.status === 'unreachable')
    return t('closures.changed.cannot', { unit: now.callSign });
  const [was, is] = [secondsOf(old), secondsOf(now)];
  if (hasMoved(old, now) || Math.abs(was - is) >= sameSeconds)
    return t('closures.changed', {
      unit: now.callSign,
      before: Number.isFinite(was) ? format.clock(was) : '–',
      after: Number.isFinite(is) ? format.clock(is) : '–',
    });
  if (first && first.unitId !== before.units[0]?.unitId)
    return t('closures.changed.first', {
      unit: first.callSign,
      after: format.clock(secondsOf(first)),
    });
  return null;
}

function secondsOf({ secondsToWater, secondsToCrew }: UnitResponse): number {
  return secondsToWater ?? secondsToCrew ?? Infinity;
}

function hasMoved({ stop: a }: UnitResponse, { stop: b }: UnitResponse): boolean {
  if (!a || !b) return a !== b;
  return Math.max(Math.abs(a.lon - b.lon), Math.abs(a.lat - b.lat)) > sameDegrees;
}
