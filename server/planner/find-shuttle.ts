// Where tankers fetch water when no hose reaches any: of the usable sources that last, the one from which those who come bring
// most of what the fire needs, of equal ones that with the shortest round.

import { driveSeconds, findDrive, type Driver } from '../../geo/graph/drive.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { isMeasuredDry } from '../../geo/measured-dry.ts';
import { emptySeconds, fillSeconds } from '../hydraulics/fill-tank.ts';
import { shuttleLitersPerSecond } from '../hydraulics/hose-line.ts';
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

export type ShuttleGoal = {
  vehicleClass: string;
  stop: EdgePoint;
  /** How many of that class come. */
  tankers: number;
};

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
  { vehicleClass, stop, tankers }: ShuttleGoal,
  { need, minute }: Omit<ShuttleRequest, 'goals'>,
): Omit<ShuttleWay, 'goal'> | null {
  const onGraph = classAt(city, vehicleClass, minute);
  if (!onGraph) return null;
  const waters = city.waters.filter(
    (water) => givesWater(water) && water.reachedBy.includes(vehicleClass),
  );
  const neededM3 = need ? volumeOf(need) : 0;
  const lasting = waters.filter((water) => !runsDry(water) || water.volumeM3! >= neededM3);
  const asked = { need, tankers };
  const findIn = (among: WaterPoint[]) =>
    findByShares(city, onGraph, { sources: toSources(city, onGraph, among, asked), stop });
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
  round: (seconds: number) => Round;
};

/** By water so many seconds away. */
type Round = {
  /** The way there is taken to be as long as that back. */
  roundSeconds: number;
  /** At most the need; 0 where nobody knows that, so that the shortest round decides. */
  litersPerSecond: number;
};

function toSources(
  { settings: { parameters } }: CityGraph,
  { vehicle }: ClassOnGraph,
  waters: WaterPoint[],
  { need, tankers }: Pick<ShuttleRequest, 'need'> & Pick<ShuttleGoal, 'tankers'>,
): Source[] {
  const emptying = emptySeconds(vehicle, parameters);
  return waters.map((water) => {
    const filling = fillSeconds(water, vehicle, parameters);
    const held = need && runsDry(water) ? spreadVolume(water.volumeM3 ?? 0, need.hours) : Infinity;
    const most = Math.min(held, need?.litersPerSecond ?? 0);
    const round = (seconds: number): Round => {
      const carried = shuttleLitersPerSecond({
        // Where nobody else comes, it is said how many are missing: by what one of them would bring.
        tankers: Math.max(1, tankers),
        tankLiters: vehicle.tankLiters,
        driveSeconds: 2 * seconds,
        fillSeconds: filling,
        emptySeconds: emptying,
      });
      return {
        roundSeconds: 2 * seconds + filling + emptying,
        litersPerSecond: Math.min(carried, most),
      };
    };
    return { water, round };
  });
}

function bestFirst(a: Round, b: Round): number {
  return b.litersPerSecond - a.litersPerSecond || a.roundSeconds - b.roundSeconds;
}

function findByShares(
  city: CityGraph,
  onGraph: ClassOnGraph,
  asked: { sources: Source[]; stop: EdgePoint },
): Found | null {
  if (asked.sources.length === 0) return null;
  const reach = city.settings.parameters.number('shuttle_reach');
  let best: Found | null = null;
  for (const share of limitShares) {
    const limitSeconds = share * reach;
    best = findBest(city, onGraph, { ...asked, limitSeconds });
    if (!best) continue;
    // Whatever was not found is at least so far away.
    const found = best;
    if (asked.sources.every(({ round }) => bestFirst(found, round(limitSeconds)) <= 0))
      return found;
  }
  return best;
}

/** A known flow, a known volume, or open water. */
function givesWater(water: WaterPoint): boolean {
  return water.status === 'usable' && isFlowKnown(water) && !isMeasuredDry(water);
}

/** `seconds` back to the stop. */
type Found = Round & { water: WaterPoint; seconds: number };

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
  const found = sources.flatMap(({ water, round }, index) => {
    const seconds = times[index];
    return typeof seconds === 'number' ? [{ water, seconds, ...round(seconds) }] : [];
  });
  return found.toSorted(bestFirst)[0] ?? null;
}
