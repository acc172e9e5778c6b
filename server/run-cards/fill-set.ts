// Who to send: for each requirement of the run card those who fulfil it soonest. Pure.

import type { Capability, Requirement } from './requirements.ts';

/** What one vehicle brings of one capability, and from when it is of use at the door. */
export type Offer = {
  vehicleId: string;
  capability: Capability;
  amount: number;
  /** null with a reason: it is there, but does not count. */
  seconds: number | null;
  why: OfferRefusal | null;
  /** A ladder truck that is too short, and nothing else: when it is set up. */
  secondsAnyway?: number;
};

export type OfferRefusal =
  | { code: 'not-available'; status: string }
  | { code: 'unreachable' }
  /** The dispatcher sends another one in its place. */
  | { code: 'replaced'; callSign: string }
  | { code: 'no-drive-time' }
  /** Of a kind of which others have many only the soonest are timed. */
  | { code: 'not-looked-at'; lookedAt: number }
  | { code: 'no-water-there' }
  | { code: 'ladder-too-short'; meters: number; neededMeters: number }
  | { code: 'ladder-too-far'; meters: number; maxMeters: number }
  | { code: 'no-room-for-jacks'; neededWidthMeters: number; widthMeters: number | null };

export type Filled = {
  requirement: Requirement;
  /** At most what is asked for. */
  have: number;
  /** When the last of it is there; null while something is missing. */
  seconds: number | null;
  by: { vehicleId: string; amount: number; seconds: number }[];
  /** Why it is not all there; null when it is. */
  why: Shortage | null;
};

export type Shortage =
  | OfferRefusal
  | { code: 'none-in-register' }
  | { code: 'all-sent' }
  /** One that does not reach goes all the same: no other does either. */
  | { code: 'ladder-too-short-sent'; meters: number; neededMeters: number };

export type FilledSet = {
  /** Soonest first. */
  vehicleIds: string[];
  filled: Filled[];
};

type Counted = Offer & { seconds: number };

/**
 * Who would make no requirement, nor the first half of one, sooner by more than `patienceSeconds` is not
 * sent. Those of `firstIds`, whom the dispatcher chose or sent already, are in any case, before all others.
 */
export function fillSet(
  requirements: Requirement[],
  offers: Offer[],
  patienceSeconds: number,
  firstIds: readonly string[] = [],
): FilledSet {
  const wanted = requirements.map((requirement) => {
    const own = offers.filter(({ capability }) => capability === requirement.capability);
    return { requirement, offers: own, counted: own.filter(isCounted).toSorted(soonestFirst) };
  });
  const ofFirst = offers.filter(isCounted).filter(({ vehicleId }) => firstIds.includes(vehicleId));
  const first = new Set(ofFirst.map(({ vehicleId }) => vehicleId));
  const chosen = new Set([
    ...first,
    ...wanted.flatMap(({ requirement, counted }) =>
      takeUntil(
        counted.toSorted((a, b) => turnOf(a, first) - turnOf(b, first)),
        requirement.amount,
      ).map(({ vehicleId }) => vehicleId),
    ),
  ]);
  dropIdle(chosen, wanted, { patienceSeconds, first });
  const filled = wanted.map((each) => sendAnyway(each, firstIds) ?? describeFilled(each, chosen));
  const firstSeconds = new Map<string, number>();
  for (const { vehicleId, seconds } of [...ofFirst, ...filled.flatMap(({ by }) => by)])
    firstSeconds.set(vehicleId, Math.min(seconds, firstSeconds.get(vehicleId) ?? Infinity));
  return {
    vehicleIds: [...firstSeconds].toSorted((a, b) => a[1] - b[1]).map(([id]) => id),
    filled,
  };
}

type Wanted = { requirement: Requirement; offers: Offer[]; counted: Counted[] };

function isCounted(offer: Offer): offer is Counted {
  return offer.seconds !== null;
}

function soonestFirst(a: Counted, b: Counted): number {
  return a.seconds - b.seconds;
}

function turnOf({ vehicleId }: Counted, first: ReadonlySet<string>): number {
  return first.has(vehicleId) ? 0 : 1;
}

/** The soonest that together bring the amount; all of them where that is not enough. */
function takeUntil(counted: Counted[], amount: number): Counted[] {
  let sum = 0;
  return counted.filter((offer) => {
    const isWanted = sum < amount;
    if (isWanted) sum += offer.amount;
    return isWanted;
  });
}

/** When so much of it is there, with these vehicles alone; Infinity when it never is. */
function reachedAt({ counted }: Wanted, amount: number, chosen: ReadonlySet<string>): number {
  const taken = takeUntil(
    counted.filter(({ vehicleId }) => chosen.has(vehicleId)),
    amount,
  );
  const sum = taken.reduce((total, each) => total + each.amount, 0);
  return sum < amount ? Infinity : taken[taken.length - 1]!.seconds;
}

/** The latest are left out first. What falls short keeps all it has. */
function dropIdle(
  chosen: Set<string>,
  wanted: Wanted[],
  { patienceSeconds, first }: { patienceSeconds: number; first: ReadonlySet<string> },
): void {
  // The first half has a time of its own: it must not wait for one vehicle that brings the whole.
  const goals = wanted.flatMap((each) =>
    [each.requirement.amount, each.requirement.amount / 2].map((amount) => {
      return { each, amount, latest: reachedAt(each, amount, chosen) + patienceSeconds };
    }),
  );
  const latestFirst = wanted
    .flatMap(({ counted }) => counted)
    .toSorted((a, b) => b.seconds - a.seconds)
    .map(({ vehicleId }) => vehicleId);
  const kept = new Set(
    goals
      .filter(({ latest }) => latest === Infinity)
      .flatMap(({ each }) => each.counted)
      .map(({ vehicleId }) => vehicleId),
  );
  for (const vehicleId of new Set(latestFirst)) {
    if (!chosen.has(vehicleId) || kept.has(vehicleId) || first.has(vehicleId)) continue;
    const without = new Set([...chosen].filter((id) => id !== vehicleId));
    const isIdle = goals.every(
      ({ each, amount, latest }) => reachedAt(each, amount, without) <= latest,
    );
    if (isIdle) chosen.delete(vehicleId);
  }
}

function describeFilled(
  { requirement, offers, counted }: Wanted,
  chosen: ReadonlySet<string>,
): Filled {
  const by = takeUntil(
    counted.filter(({ vehicleId }) => chosen.has(vehicleId)),
    requirement.amount,
  ).map(({ vehicleId, amount, seconds }) => ({ vehicleId, amount, seconds }));
  const have = Math.min(
    requirement.amount,
    by.reduce((sum, { amount }) => sum + amount, 0),
  );
  const isFull = have >= requirement.amount;
  return {
    requirement,
    have,
    by,
    seconds: isFull ? (by[by.length - 1]?.seconds ?? null) : null,
    why: isFull ? null : explainShortage(offers, have),
  };
}

/**
 * Where nobody fulfils anything of it: who was sent already, else the longest ladder, else the soonest. Where a longer one
 * that could be had is of no use here, or nobody knows its time, that is said, and only who was sent already goes.
 */
function sendAnyway(
  { requirement, offers, counted }: Wanted,
  firstIds: readonly string[],
): Filled | null {
  if (counted.length > 0) return null;
  const [best] = offers
    .flatMap(({ vehicleId, why, secondsAnyway: seconds }) =>
      why?.code === 'ladder-too-short' && seconds !== undefined
        ? [{ vehicleId, why, seconds }]
        : [],
    )
    .toSorted(
      (a, b) =>
        Number(firstIds.includes(b.vehicleId)) - Number(firstIds.includes(a.vehicleId)) ||
        b.why.meters - a.why.meters ||
        a.seconds - b.seconds,
    );
  if (!best) return null;
  const { vehicleId, seconds, why: short } = best;
  // In place of a replaced one the rest is filled anew, as if that were not there.
  const others = offers.filter((each) => each.why?.code !== 'replaced');
  const why = explainShortage(others, 0);
  const mayGo = mayBeHadNowhere.has(why.code) || firstIds.includes(vehicleId);
  if (!mayGo) return null;
  return {
    requirement,
    have: 0,
    seconds: null,
    by: [{ vehicleId, amount: 0, seconds }],
    why: { ...short, code: 'ladder-too-short-sent' },
  };
}

/** The last of `order`: where one of these says most, every ladder that is known to be had is too short. */
const mayBeHadNowhere: ReadonlySet<string> = new Set([
  'not-looked-at',
  'not-available',
  'unreachable',
  'ladder-too-short',
]);

/** What stands nearest to being of use says most. */
const order = [
  'replaced',
  'no-room-for-jacks',
  'ladder-too-far',
  'no-water-there',
  'no-drive-time',
  'not-looked-at',
  'not-available',
  'unreachable',
  'ladder-too-short',
];

function explainShortage(offers: Offer[], have: number): Shortage {
  if (offers.length === 0) return { code: 'none-in-register' };
  const refusals = offers.flatMap(({ why }) => (why ? [why] : []));
  const [first] = refusals.toSorted(
    (a, b) => order.indexOf(a.code) - order.indexOf(b.code) || lengthOf(b) - lengthOf(a),
  );
  return first ?? { code: have > 0 ? 'all-sent' : 'none-in-register' };
}

function lengthOf(why: OfferRefusal): number {
  return why.code === 'ladder-too-short' ? why.meters : 0;
}
