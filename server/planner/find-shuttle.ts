// Where tankers fetch water when no hose reaches any: of the usable sources that last, the nearest by road that fills tanks as
// fast as the fire needs it, else the one with the shortest round.

import { driveSeconds, findDrive, type Driver } from '../../geo/graph/drive.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { isMeasuredDry } from '../../geo/measured-dry.ts';
import { emptySeconds, fillSeconds } from '../hydraulics/fill-tank.ts';
import type { Need } from '../hydraulics/need.ts';
import { isFlowKnown, runsDry, spreadVolume, volumeOf } from '../hydraulics/supply.ts';
import { classAt, type CityGraph, type ClassOnGraph } from './city-graph.ts';
import type { WaterPoint } from './find-water.ts';

export type ShuttleRequest = {
  /** Who could drive, and to where; the first of them that has a way does. */
  goals: ShuttleGoal[];
  /** null: not known. A tank that holds less is taken only where nothing else gives water. */
  need: Pick<Need, 'litersPerSecond' | 'hours'> | null;
  /** Of the day. */
  minute: number | null;
};

export type ShuttleGoal = { vehicleClass: string; stop: EdgePoint };

export type ShuttleWay = {
  /** Which of the goals. */
  goal: number;
  water: WaterPoint;
  /** Empty to the water. */
  secondsThere: number;
  /** Full back to the stop. */
  secondsBack: number;
  /** To the water, by road. */
  meters: number;
};

/** Nearly always the first is enough; a whole city is searched only where water is really far, or slow near by. */
const limitShares = [0.15, 0.4, 1];

/** null: no source that gives anything and that one of the classes can drive up to is within `shuttle_reach`. */
export function findShuttle(
  city: CityGraph,
  { goals, ...asked }: ShuttleRequest,
): ShuttleWay | null {
  for (const [goal, each] of goals.entries()) {
    const way = findWay(city, each, asked);
    if (way) return { goal, ...way };
  }
  return null;
}

function findWay(
  city: CityGraph,
  { vehicleClass, stop }: ShuttleGoal,
  { need, minute }: Omit<ShuttleRequest, 'goals'>,
): Omit<ShuttleWay, 'goal'> | null {
  const onGraph = classAt(city, vehicleClass, minute);
  if (!onGraph) return null;
  const waters = city.waters.filter(
    (water) => givesWater(water) && water.reachedBy.includes(vehicleClass),
  );
  const neededM3 = need ? volumeOf(need) : 0;
  const lasting = waters.filter((water) => !runsDry(water) || water.volumeM3! >= neededM3);
  const findIn = (among: WaterPoint[]) =>
    findByShares(city, onGraph, { sources: toSources(city, onGraph, among, need), stop });
  const best = findIn(lasting) ?? (lasting.length < waters.length ? findIn(waters) : null);
  if (!best) return null;
  const { water, seconds } = best;
  const driver = driverOf(onGraph);
  const there = findDrive(city.graph, city.search, driver, { start: stop, to: water.access });
  return {
    water,
    secondsThere: there?.seconds ?? seconds,
    secondsBack: seconds,
    meters: there?.meters ?? 0,
  };
}

function driverOf({ vehicle, reach }: ClassOnGraph): Driver {
  return { vehicle, access: reach.stated.access };
}

type Source = {
  water: WaterPoint;
  /** At the water and at the stop: all of the round but the driving. */
  standingSeconds: number;
  /** Enough of these tanks one after another bring the whole need. */
  covers: boolean;
};

function toSources(
  { settings: { parameters } }: CityGraph,
  { vehicle }: ClassOnGraph,
  waters: WaterPoint[],
  need: ShuttleRequest['need'],
): Source[] {
  const emptying = emptySeconds(vehicle, parameters);
  return waters.map((water) => {
    const filling = fillSeconds(water, vehicle, parameters);
    const held = need && runsDry(water) ? spreadVolume(water.volumeM3 ?? 0, need.hours) : Infinity;
    const most = Math.min(held, vehicle.tankLiters / filling);
    const covers = need !== null && most >= need.litersPerSecond;
    return { water, standingSeconds: filling + emptying, covers };
  });
}

function findByShares(
  city: CityGraph,
  onGraph: ClassOnGraph,
  asked: { sources: Source[]; stop: EdgePoint },
): Found | null {
  if (asked.sources.length === 0) return null;
  const reach = city.settings.parameters.number('shuttle_reach');
  const quickest = Math.min(...asked.sources.map(({ standingSeconds }) => standingSeconds));
  const mayCover = asked.sources.some(({ covers }) => covers);
  let best: Found | null = null;
  for (const share of limitShares) {
    const limitSeconds = share * reach;
    best = findBest(city, onGraph, { ...asked, limitSeconds });
    if (best?.covers) return best;
    // One further away may cover the need, or fill so fast that its round is shorter all the same.
    if (best && !mayCover && roundOf(best) <= 2 * limitSeconds + quickest) return best;
  }
  return best;
}

/** A known flow, a known volume, or open water. */
function givesWater(water: WaterPoint): boolean {
  return water.status === 'usable' && isFlowKnown(water) && !isMeasuredDry(water);
}

/** `seconds` back to the stop. */
type Found = Source & { seconds: number };

/** The way there is taken to be as long as that back. */
function roundOf({ seconds, standingSeconds }: Found): number {
  return 2 * seconds + standingSeconds;
}

function findBest(
  { graph, search }: CityGraph,
  onGraph: ClassOnGraph,
  { sources, stop, limitSeconds }: { sources: Source[]; stop: EdgePoint; limitSeconds: number },
): Found | null {
  const times = driveSeconds(graph, search, driverOf(onGraph), {
    starts: sources.map(({ water }) => water.access),
    to: stop,
    limits: sources.map(() => limitSeconds),
  });
  const found = sources.flatMap((source, index) => {
    const seconds = times[index];
    return typeof seconds === 'number' ? [{ ...source, seconds }] : [];
  });
  const covering = found.filter(({ covers }) => covers);
  if (covering.length > 0) return covering.toSorted((a, b) => a.seconds - b.seconds)[0]!;
  return found.toSorted((a, b) => roundOf(a) - roundOf(b))[0] ?? null;
}
