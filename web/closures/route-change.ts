// What an answer says otherwise than the one before it, in a sentence; nothing where it says the same. Pure.

import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { isRough, secondsShown } from '../dispatch/time-bar-parts.ts';
import type { Words } from '../i18n/words.ts';
import { isLedOtherwise, isSameWay } from './way-change.ts';

export type Answer = Pick<ResponseResult, 'units'>;

/** Less is what two routers differ by. */
const sameSeconds = 15;

export function wordChange(
  before: Answer,
  after: Answer,
  { unitId, words }: { unitId: string | null; words: Words },
): string | null {
  const { t, format } = words;
  const shown = after.units.find((unit) => unit.unitId === unitId);
  const old = before.units.find((unit) => unit.unitId === (unitId ?? before.units[0]?.unitId));
  const now = shown ?? after.units.find((unit) => unit.unitId === old?.unitId);
  if (!old || !now) return null;
  // A rough answer beside a full one differs for other reasons.
  if (isRough(old) !== isRough(now)) return null;
  if (old.status === 'reachable' && now.status === 'unreachable')
    return t('closures.changed.cannot', { unit: now.callSign });
  const [was, is] = secondsOfBoth(old, now);
  // A unit under way is nearer with every answer.
  const isSlower = Math.abs(was - is) >= sameSeconds && !(old.position?.isStart && is < was);
  if (isLedOtherwise(old, now) || isSlower)
    return t(isSameWay(old, now) ? 'closures.changed.time' : 'closures.changed', {
      unit: now.callSign,
      before: clockOrDash(was, format),
      after: clockOrDash(is, format),
    });
  return wordFirst(firstOf(before), firstOf(after), words);
}

function firstOf({ units }: Answer): UnitResponse | null {
  return units.find(({ status }) => status === 'reachable') ?? null;
}

/** Who comes first instead of whom, and what that costs: until water where both bring it, else until their crews. */
function wordFirst(
  old: UnitResponse | null,
  first: UnitResponse | null,
  { t, format }: Words,
): string | null {
  if (!old || !first || old.unitId === first.unitId || isRough(old) !== isRough(first)) return null;
  const both = [old, first];
  const isOfWater = both.every((unit) => unit.rankedBy === 'water' && unit.secondsToWater !== null);
  const [was, is] = both.map((unit) => (isOfWater ? unit.secondsToWater : unit.secondsToCrew));
  return t(`closures.changed.first.${isOfWater ? 'water' : 'crew'}`, {
    unit: first.callSign,
    old: old.callSign,
    before: clockOrDash(was ?? Infinity, format),
    after: clockOrDash(is ?? Infinity, format),
  });
}

function clockOrDash(seconds: number, format: Words['format']): string {
  return Number.isFinite(seconds) ? format.clock(seconds) : '–';
}

/** By the clock that both are shown by; by their crews where water comes with neither. */
function secondsOfBoth(old: UnitResponse, now: UnitResponse): [was: number, is: number] {
  const shown = [secondsShown(old), secondsShown(now)];
  const [was, is] = shown.some((seconds) => seconds !== null)
    ? shown
    : [old.secondsToCrew, now.secondsToCrew];
  return [was ?? Infinity, is ?? Infinity];
}

/** Longer than between two looks at the health of the server, and until an answer is there. */
const beforeMillis = 10_000;
const afterMillis = 20_000;

/** An answer on the screen, with the closures and the traffic that were in force as far as was known then. */
export type Shown = { targetKey: string | null; conditions: string; answer: Answer };

export type Watch = {
  targetKey: string | null;
  conditions: string;
  /** When other conditions were heard of; -Infinity while never. */
  changedAt: number;
  /** Answers of the last moments, and the last one from before them: with the first of them the next are compared. */
  past: { answer: Answer; at: number }[];
};

/**
 * Goes on to the next thing shown, and gives the answer to compare it with, where closures or traffic changed about
 * then: an answer that obeys them may come before the word of them does, or a while after it.
 */
export function watchAnswers(
  watch: Watch | null,
  { targetKey, conditions, answer }: Shown,
  now: number,
): { watch: Watch; before: Answer | null } {
  if (watch?.targetKey !== targetKey) {
    const past = [{ answer, at: now }];
    return { watch: { targetKey, conditions, changedAt: -Infinity, past }, before: null };
  }
  const isNews = watch.conditions !== conditions;
  const changedAt = isNews ? now : watch.changedAt;
  const isAbout = now - changedAt <= afterMillis;
  const isKnown = watch.past.at(-1)?.answer === answer;
  const known = isKnown ? watch.past : [...watch.past, { answer, at: now }];
  // From the word of the change on, the answer of before it is kept until nothing more can come of it.
  const past = isAbout && !isNews ? known : recent(known, now);
  return {
    watch: { targetKey, conditions, changedAt, past },
    before: isAbout ? past[0]!.answer : null,
  };
}

function recent(past: Watch['past'], now: number): Watch['past'] {
  const first = past.findLastIndex(({ at }) => at <= now - beforeMillis);
  return past.slice(Math.max(0, first));
}

/** What was said is not said again. */
export function afterSaying(watch: Watch, answer: Answer, now: number): Watch {
  return { ...watch, past: [{ answer, at: now }] };
}
