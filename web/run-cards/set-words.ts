// The recommended set in words. Pure.

import type { RecommendedSet } from '../../server/run-cards/schema.ts';
import type { Note } from '../../server/response/schema.ts';
import type { ApiError } from '../api.ts';
import { errorText } from '../dispatch/error-words.ts';
import { wordNote } from '../dispatch/note-words.ts';
import type { Words } from '../i18n/words.ts';

/** A unit that the dispatcher chose, and whether the set is made with it. */
export type SetByHand = {
  /** null: a vehicle of others that the answer does not know. */
  callSign: string | null;
  /** The one that it replaces. */
  planned: string | null;
  state: 'made' | 'not-yet' | 'does-not-come' | 'unknown' | 'sent-does-not-come' | 'sent-gone';
  /** Why it is not made yet. */
  error: ApiError | null;
  /** Why it does not come; null: it gets to no stop; undefined: nobody knows whether it does. */
  why?: Note | null | undefined;
  /** Whom a press beside it takes back. */
  takeBackId?: string;
};

type Requirement = RecommendedSet['requirements'][number];

type SetVehicle = RecommendedSet['vehicles'][number];

export type SplitSet = { sent: SetVehicle[]; toSend: SetVehicle[] };

/** Who of the set is on the way already, and who is still to be sent. */
export function splitSet({ vehicles }: RecommendedSet, sentIds: readonly string[]): SplitSet {
  const isSent = ({ vehicleId }: SetVehicle): boolean => sentIds.includes(vehicleId);
  return {
    sent: vehicles.filter(isSent),
    toSend: vehicles.filter((vehicle) => !isSent(vehicle)),
  };
}

/** How many, and by when all is there; or what is missing. */
export function setSummary(set: RecommendedSet, sentIds: readonly string[], words: Words): string {
  const { requirements, total } = set;
  const { t, format } = words;
  const { sent, toSend } = splitSet(set, sentIds);
  const isKnown = requirements.length > 0;
  if (!isKnown && set.vehicles.length === 0) return t('set.noCard');
  const counted = [
    sent.length > 0 && countText('set.areSent', sent, words),
    toSend.length > 0 && countText(sent.length > 0 ? 'set.sendMore' : 'set.send', toSend, words),
    set.vehicles.length === 0 && t('set.send', { n: 0 }),
  ];
  const missing = requirements
    .filter(({ seconds }) => seconds === null)
    .map(({ capability }) => t(`set.short.${capability}`));
  const outcome =
    total.seconds === null
      ? t('set.missing', { what: missing.join(', ') })
      : t('set.complete', { minutes: format.clock(total.seconds) });
  return [...counted, isKnown ? outcome : t('set.noCard')].filter(Boolean).join(' · ');
}

type CountKey = 'set.areSent' | 'set.sendMore' | 'set.send';

function countText(key: CountKey, vehicles: SetVehicle[], { t }: Words): string {
  const ofOthers = vehicles.filter(({ mobilised }) => mobilised !== null).length;
  const others = ofOthers > 0 ? ` (${t('set.ofOthers', { n: ofOthers })})` : '';
  return t(key, { n: vehicles.length }) + others;
}

/** Whether the set has the unit chosen by hand, and whom it lacks for that. */
export function setByHandText(byHand: SetByHand, words: Words): string {
  const { t } = words;
  const { planned, state, error } = byHand;
  const callSign = signOfByHand(byHand, words);
  // The answer has a note on it.
  if (state === 'sent-gone') return '';
  if (state === 'unknown') return t('set.byHand.unknown');
  if (state === 'sent-does-not-come' || state === 'does-not-come') return whyNotText(byHand, words);
  if (error) return t('set.byHand.away', { callSign, why: errorText(error, words) });
  if (state === 'not-yet') return t('set.byHand.notYet', { callSign });
  return planned === null
    ? t('set.byHand.also', { callSign })
    : t('set.byHand.instead', { callSign, planned });
}

const whyNotKeys = {
  'sent-does-not-come': {
    never: 'set.sent.doesNotCome',
    why: 'set.sent.why',
    unknown: 'set.sent.unknown',
  },
  'does-not-come': {
    never: 'set.byHand.doesNotCome',
    why: 'set.byHand.why',
    unknown: 'set.byHand.unknownTime',
  },
} as const;

/** Only of who is known to get to no stop it is said that it does not get there: it may be driving. */
function whyNotText(byHand: SetByHand, words: Words): string {
  const { state, why } = byHand;
  const keys = whyNotKeys[state === 'does-not-come' ? state : 'sent-does-not-come'];
  const callSign = signOfByHand(byHand, words);
  if (why === undefined) return words.t(keys.unknown, { callSign });
  if (why === null) return words.t(keys.never, { callSign });
  return words.t(keys.why, { callSign, why: wordNote(why, words) });
}

function signOfByHand({ callSign }: SetByHand, { t }: Words): string {
  return callSign ?? t('set.ofOthers.some');
}

/** What the press beside it says: who was sent is called back, who was only chosen is not. */
export function takeBackText(byHand: SetByHand, words: Words): string {
  const key = byHand.state === 'does-not-come' ? 'set.leaveOut' : 'set.takeBack';
  return words.t(key, { callSign: signOfByHand(byHand, words) });
}

/** `3.500 / 3.500 L`, `1 / 2`. */
export function amountText({ capability, have, amount }: Requirement, words: Words): string {
  const { number } = words.format;
  const unit = capability === 'water_l' ? '\u00A0L' : '';
  return `${number(have)}\u00A0/\u00A0${number(amount)}${unit}`;
}

/** Why something is missing; nothing when it is all there. */
export function shortageText({ why, have }: Requirement, words: Words): string {
  if (!why) return '';
  const { format } = words;
  const params = Object.fromEntries(
    Object.entries(why.params).map(([name, value]) => [
      name,
      typeof value === 'number' ? wordMeasure(name, value, format) : String(value),
    ]),
  );
  const status = words.maybe(`unit.status.${params['status']}`) ?? params['status'] ?? '';
  return (
    words.maybe(`set.why.${why.code}`, { ...params, status, have: format.number(have) }) ?? why.code
  );
}

/** What is needed is never told as less, nor what there is as more: the two would look as if it fitted. */
function wordMeasure(name: string, value: number, format: Words['format']): string {
  return name.startsWith('needed') ? format.need(value) : format.limit(value);
}

/** What the card was read by, and what of it nobody has recorded. */
export function cardText(set: RecommendedSet, words: Words): string {
  const { t, format } = words;
  const floors = t('set.floors', { floors: format.number(set.floors) });
  const floorsSign = set.estimated.includes('floors') ? '*' : '';
  const group = set.fireGroup === '' ? [] : [t('set.group', { group: set.fireGroup })];
  const groupSign = set.estimated.includes('use') ? '*' : '';
  return [floors + floorsSign, ...group.map((text) => text + groupSign)].join(', ');
}

type Mobilised = NonNullable<RecommendedSet['vehicles'][number]['mobilised']>;

/** What the time and the place of a vehicle of others rest on; nothing where they are as good as those of an own one. */
export function timedByText(
  { timedBy: { router, stopOf, isOwnClass, isUnchecked, isGroundUnknown } }: Mobilised,
  { t, maybe }: Words,
): string[] {
  const stop =
    stopOf === null
      ? t('set.timedBy.door')
      : t('set.timedBy.class', { class: maybe(`unit.class.${stopOf}`) ?? stopOf });
  return [
    ...(isOwnClass ? [] : [stop]),
    ...(router === 'straight-line' ? [t('set.timedBy.straight')] : []),
    ...(isUnchecked ? [t('set.timedBy.unchecked')] : []),
    ...(isGroundUnknown ? [t('set.timedBy.ground')] : []),
  ];
}
