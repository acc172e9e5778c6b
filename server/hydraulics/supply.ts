// Which water feeds a fire: sources in reach of the hose, their flows added where they may be, and
// how each is brought to the door. Flow in L/s, lengths in metres of hose path.

import type { Parameters } from '../planner/settings.ts';
import { compareRelays, type Relay } from './hose-line.ts';
import type { Need } from './need.ts';

export type Source = {
  id: string;
  kind: 'hydrant' | 'tank' | 'cistern' | 'pond' | 'lake' | 'river';
  hoseMeters: number;
  /** Measured or of its class; null: unknown, which never counts towards a need. */
  litersPerSecond: number | null;
  /** Residual pressure, measured; null: unknown. */
  pressureBar: number | null;
  volumeM3: number | null;
  /** The main that feeds a hydrant; null: unknown. */
  mainId: string | null;
};

export type Feed = {
  source: Source;
  /** What it adds to the others; 0 where its flow is unknown or its main is used already. */
  litersPerSecond: number;
  /** A pump has to stand at the water: open water, a tank, a hydrant of unknown pressure. */
  pumpAtSource: boolean;
  relay: Relay | null;
};

export type SupplyPlan = {
  feeds: Feed[];
  litersPerSecond: number;
  /** What is missing to the need; 0 when it is met. */
  missingLitersPerSecond: number;
  /** Sources in reach that add nothing, with the reason. */
  unused: { source: Source; why: 'flow-unknown' | 'same-main' | 'not-needed' }[];
};

/**
 * Takes the nearest sources until the need is met. On one main, or mains that nobody knows, the
 * largest flow counts once; unknown flow counts nothing.
 */
export function planSupply(
  sources: Source[],
  need: Pick<Need, 'litersPerSecond' | 'hours'>,
  pumpLitersPerSecond: number,
  parameters: Parameters,
): SupplyPlan {
  const flowOf = (source: Source) => flowFrom(source, need, pumpLitersPerSecond);
  const unused: SupplyPlan['unused'] = [];
  const feeds: Feed[] = [];
  let total = 0;
  const largest = largestOfEachMain(sources, flowOf);
  for (const source of sources.toSorted((a, b) => a.hoseMeters - b.hoseMeters)) {
    const flow = flowOf(source);
    if (flow === null) unused.push({ source, why: 'flow-unknown' });
    else if (!largest.has(source)) unused.push({ source, why: 'same-main' });
    else if (total >= need.litersPerSecond) unused.push({ source, why: 'not-needed' });
    else {
      const used = Math.min(flow, need.litersPerSecond - total);
      feeds.push(feedFrom(source, used, parameters));
      total += used;
    }
  }
  return {
    feeds,
    litersPerSecond: total,
    missingLitersPerSecond: Math.max(0, need.litersPerSecond - total),
    unused,
  };
}

/** A tank gives what lasts for the whole time; open water what the drafting pump draws. */
function flowFrom(source: Source, need: { hours: number }, pump: number): number | null {
  if (source.kind === 'hydrant') return source.litersPerSecond;
  if (source.kind === 'tank' || source.kind === 'cistern') {
    if (source.volumeM3 === null) return null;
    return Math.min(pump, (source.volumeM3 * 1_000) / (need.hours * 3_600));
  }
  return pump;
}

function largestOfEachMain(
  sources: Source[],
  flowOf: (source: Source) => number | null,
): Set<Source> {
  const best = new Map<string, Source>();
  for (const source of sources) {
    const flow = flowOf(source);
    if (flow === null) continue;
    const main = source.kind === 'hydrant' ? `main ${source.mainId ?? ''}` : `own ${source.id}`;
    const other = best.get(main);
    const otherFlow = other && flowOf(other);
    if (!other || flow > otherFlow! || (flow === otherFlow && source.hoseMeters < other.hoseMeters))
      best.set(main, source);
  }
  return new Set(best.values());
}

function feedFrom(source: Source, litersPerSecond: number, parameters: Parameters): Feed {
  const enough = source.pressureBar !== null && source.pressureBar >= pressureNeeded(parameters);
  const line = {
    meters: source.hoseMeters,
    // No heights are known: the ground counts as level.
    riseMeters: 0,
    size: '66 mm' as const,
    litersPerSecond,
  };
  return {
    source,
    litersPerSecond,
    pumpAtSource: source.kind !== 'hydrant' || !enough,
    relay: compareRelays(line, parameters)[0] ?? null,
  };
}

/** A hydrant feeds a line by itself only with the pressure that the end of the line needs. */
function pressureNeeded(parameters: Parameters): number {
  return parameters.number('line_end_pressure');
}
