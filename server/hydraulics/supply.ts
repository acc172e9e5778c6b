// Which water feeds a fire: sources in reach of the hose, their flows added where they may be, and
// how each is brought to where it is wanted. Flow in L/s, lengths in metres of hose path.

import type { Parameters } from '../planner/settings.ts';
import { compareRelays, type Relay } from './hose-line.ts';
import type { Need } from './need.ts';

export type Source = {
  id: string;
  kind: 'hydrant' | 'tank' | 'cistern' | 'pond' | 'lake' | 'river';
  hoseMeters: number;
  /** With what laying past gates takes, as metres: by these it is nearest. */
  effortMeters: number;
  /** Measured; null: unknown, which never counts towards a need. */
  litersPerSecond: number | null;
  /** Residual pressure, measured; null: unknown. */
  pressureBar: number | null;
  volumeM3: number | null;
  /** The main that feeds a hydrant; null: unknown. */
  mainId: string | null;
  /** No pump draws it up. */
  isTooDeep: boolean;
  /** What the pump that can be brought to it gives, where water comes by a pump alone. */
  pumpLitersPerSecond: number;
};

export type Feed = {
  source: Source;
  litersPerSecond: number;
  /** A pump has to stand at the water: open water, a tank, a hydrant of unknown or low pressure. */
  pumpAtSource: boolean;
  relay: Relay;
  /** Lengths of hose that nobody has for it. */
  missingLengths: number;
  /** The same water with fewer lines and more pumps, or the other way round. */
  others: Relay[];
};

/** perhaps-same-main: its own main, or that of one which feeds, is not known, so that they may be one. */
export type WhyUnused =
  | 'flow-unknown'
  | 'no-flow'
  | 'same-main'
  | 'perhaps-same-main'
  | 'too-deep'
  | 'not-needed';

export type SupplyPlan = {
  feeds: Feed[];
  /** At most the need. */
  litersPerSecond: number;
  /** What all sources in reach give together. */
  availableLitersPerSecond: number;
  /** What is missing to the need; 0 when it is met. */
  missingLitersPerSecond: number;
  /** Sources in reach that add nothing, with the reason. */
  unused: { source: Source; why: WhyUnused }[];
};

export type Wanted = Pick<Need, 'litersPerSecond' | 'hours'> & {
  /** Pressure at the end of each line: at an engine that pumps on, less than at a nozzle. */
  endBar?: number;
  /** Lengths of hose that those who come have left for it; no bound when left out. */
  hoseLengths?: number;
  /** Up to where it is wanted; 0 when left out. */
  riseMeters?: number;
};

/**
 * Takes the nearest sources until the need is met. Each main feeds once: by the nearest hydrant that gives all that is
 * left to bring, else by the one that gives most. Unknown flow counts nothing.
 */
export function planSupply(sources: Source[], wanted: Wanted, parameters: Parameters): SupplyPlan {
  const flowOf = (source: Source) => flowFrom(source, wanted) ?? 0;
  const nearestFirst = sources.toSorted((a, b) => a.effortMeters - b.effortMeters);
  const flowing = nearestFirst.filter((source) => flowOf(source) > 0);
  const { taken, availableLitersPerSecond } = chooseSources(flowing, { wanted, flowOf });
  const feeds: Feed[] = [];
  let total = 0;
  let hose = wanted.hoseLengths ?? Infinity;
  for (const source of flowing.filter((each) => taken.has(each))) {
    const used = Math.min(flowOf(source), wanted.litersPerSecond - total);
    const feed = feedFrom(source, used, { ...wanted, hoseLengths: hose }, parameters);
    feeds.push(feed);
    hose -= feed.relay.hoseLengths - feed.missingLengths;
    total += used;
  }
  return {
    feeds,
    litersPerSecond: total,
    availableLitersPerSecond,
    missingLitersPerSecond: Math.max(0, wanted.litersPerSecond - total),
    unused: nearestFirst
      .filter((source) => !taken.has(source))
      .map((source) => ({ source, why: whyUnused(source, flowFrom(source, wanted), taken) })),
  };
}

type Asked = { wanted: Wanted; flowOf: (source: Source) => number };

type Chosen = {
  taken: Set<Source>;
  /** What all of them would give together. */
  availableLitersPerSecond: number;
};

/**
 * A main that nobody knows may be any of those that are known, so that its hydrants add to no other: either the known
 * mains feed or one hydrant on an unknown one, whichever brings more; of equal ones that with less hose. `flowing`,
 * nearest first, are those that give anything.
 */
function chooseSources(flowing: Source[], asked: Asked): Chosen {
  const { wanted, flowOf } = asked;
  const [best, other] = [
    flowing.filter((source) => !isOnUnknownMain(source)),
    flowing.filter((source) => source.kind !== 'hydrant' || isOnUnknownMain(source)),
  ]
    .map((sources) => {
      const largest = largestOfEachMain(sources, flowOf);
      const taken = takeSources(sources, { ...asked, largest });
      return {
        taken,
        brought: Math.min(wanted.litersPerSecond, sumOf(taken, flowOf)),
        hoseMeters: sumOf(taken, ({ hoseMeters }) => hoseMeters),
        available: sumOf(largest, flowOf),
      };
    })
    .toSorted((a, b) => b.brought - a.brought || a.hoseMeters - b.hoseMeters);
  return {
    taken: best!.taken,
    availableLitersPerSecond: Math.max(best!.available, other!.available),
  };
}

function isOnUnknownMain({ kind, mainId }: Source): boolean {
  return kind === 'hydrant' && mainId === null;
}

function sumOf(sources: ReadonlySet<Source>, value: (source: Source) => number): number {
  return [...sources].reduce((sum, source) => sum + value(source), 0);
}

function takeSources(
  flowing: Source[],
  { wanted, largest, flowOf }: Asked & { largest: ReadonlySet<Source> },
): Set<Source> {
  const taken = new Set<Source>();
  const mains = new Set<string>();
  let left = wanted.litersPerSecond;
  while (left > 0) {
    const next = flowing.find(
      (source) => !mains.has(mainOf(source)) && (largest.has(source) || flowOf(source) >= left),
    );
    if (!next) break;
    taken.add(next);
    mains.add(mainOf(next));
    left -= flowOf(next);
  }
  return taken;
}

function whyUnused(source: Source, flow: number | null, taken: ReadonlySet<Source>): WhyUnused {
  if (source.isTooDeep) return 'too-deep';
  if (flow === null) return 'flow-unknown';
  if (flow <= 0) return 'no-flow';
  if (source.kind !== 'hydrant') return 'not-needed';
  const mains = [...taken].filter(({ kind }) => kind === 'hydrant').map(({ mainId }) => mainId);
  if (source.mainId !== null && mains.includes(source.mainId)) return 'same-main';
  const mayBeOne = source.mainId === null ? mains.length > 0 : mains.includes(null);
  return mayBeOne ? 'perhaps-same-main' : 'not-needed';
}

/** null: unknown. By its own pressure, where that was measured, else at most what the pump at it gives. */
export function flowFrom(source: Source, { hours }: { hours: number }): number | null {
  if (source.isTooDeep) return 0;
  const held = flowHeld(source, hours);
  const isPushed = source.kind === 'hydrant' && source.pressureBar !== null;
  return held === null || isPushed ? held : Math.min(held, source.pumpLitersPerSecond);
}

type Held = Pick<Source, 'kind' | 'litersPerSecond' | 'volumeM3'>;

/** Whatever pump is there: a tank gives what lasts for the whole time, open water without end; null: unknown. */
function flowHeld({ kind, litersPerSecond, volumeM3 }: Held, hours: number): number | null {
  if (kind === 'hydrant') return litersPerSecond;
  if (volumeM3 === 0) return 0;
  if (!runsDry({ kind })) return Infinity;
  return volumeM3 === null ? null : spreadVolume(volumeM3, hours);
}

/** Whether it is known to give any. */
export function givesAny(water: Held): boolean {
  return (flowHeld(water, 1) ?? 0) > 0;
}

export function isFlowKnown(water: Held): boolean {
  return flowHeld(water, 1) !== null;
}

/** Nothing flows into it: what it holds is all that it gives. */
export function runsDry({ kind }: Pick<Source, 'kind'>): boolean {
  return kind === 'tank' || kind === 'cistern';
}

/** m³ that so many L/s take over so many hours. */
export function volumeOf({
  litersPerSecond,
  hours,
}: Pick<Need, 'litersPerSecond' | 'hours'>): number {
  return (litersPerSecond * hours * 3_600) / 1_000;
}

/** L/s that so many m³ give on the average over so many hours. */
export function spreadVolume(volumeM3: number, hours: number): number {
  return (volumeM3 * 1_000) / (hours * 3_600);
}

/** What gives together no more than one of it does: hydrants on one main, or on mains that nobody knows. */
function mainOf({ id, kind, mainId }: Source): string {
  return kind === 'hydrant' ? `main ${mainId ?? ''}` : `own ${id}`;
}

/** `flowing`, nearest first: of equal ones the nearest. */
function largestOfEachMain(flowing: Source[], flowOf: (source: Source) => number): Set<Source> {
  const best = new Map<string, Source>();
  for (const source of flowing) {
    const other = best.get(mainOf(source));
    if (!other || flowOf(source) > flowOf(other)) best.set(mainOf(source), source);
  }
  return new Set(best.values());
}

function feedFrom(
  source: Source,
  litersPerSecond: number,
  { endBar, hoseLengths, riseMeters = 0 }: Wanted,
  parameters: Parameters,
): Feed {
  const line = {
    meters: source.hoseMeters,
    riseMeters,
    size: '66 mm' as const,
    litersPerSecond,
    startBar: source.kind === 'hydrant' ? source.pressureBar : null,
    ...(endBar !== undefined && { endBar }),
  };
  const chosen = chooseRelay(compareRelays(line, parameters), hoseLengths);
  return { source, litersPerSecond, pumpAtSource: chosen.relay.pumps > 0, ...chosen };
}

/** The fewest pumps for which there is hose; where there is hose for none, the least hose, and what lacks for it. */
export function chooseRelay(
  options: Relay[],
  hoseLengths = Infinity,
): Pick<Feed, 'relay' | 'missingLengths' | 'others'> {
  const enough = options.find((option) => option.hoseLengths <= hoseLengths);
  const relay = enough ?? options.toSorted((a, b) => a.hoseLengths - b.hoseLengths)[0];
  if (!relay) throw new Error('a relay needs at least one line');
  return {
    relay,
    missingLengths: Math.max(0, relay.hoseLengths - hoseLengths),
    others: options.filter((option) => option !== relay),
  };
}
