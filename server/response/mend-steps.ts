// A router's directions where they do not fit the way that they tell, and what the road graph's tell instead. Pure.
//
// Routers join turns that follow one another, and tell none where they know of one way only: then a turn may be told a
// junction too early, or not at all.

import { findSharpTurns } from '../../geo/graph/tight-turns.ts';
import type { Position } from '../../geo/position.ts';
import { measureWay, turnAlong, type DrawnWay } from './drawn-way.ts';
import { nameTurn } from './graph-steps.ts';
import { placeSteps } from './place-steps.ts';
import type { Step } from './schema.ts';

/** A turn is judged by the ways that lead to it and from it, over the shorter as over the longer length. */
const arms = [12, 30];
/** A step tells a junction from where it begins: across a wide road the way turns only further on. */
const wideMeters = 60;
const onwards = [0, 10, 20, 30, 40, 50, wideMeters];
/** From here on the road graph tells a turn though the name stays. */
const turnDegrees = 45;
/** Under it the line goes straight on. */
const straightDegrees = 20;
/** What turns so near before a step is told by it. */
const ownMeters = 40;
/** Both tell of one junction. */
const sameMeters = 15;
/** Codes whose modifier is the side of a turn; of forks and merges it is a lane. */
const sided = new Set(['turn', 'end-of-road', 'continue']);

/** What of the directions of a way does not fit its line. */
export type Doubt = {
  /** Steps, by their index, that tell a turn where the way makes none, or one to the other side. */
  contrary: number[];
  /** Positions of the line, by their index, where the way turns and no step is near. */
  untold: number[];
};

export function doubtSteps(steps: Step[], line: Position[]): Doubt {
  const places = placeSteps(steps, line);
  const way = measureWay(line);
  const contrary = [...steps.keys()].filter((step) => {
    const { code, modifier } = steps[step]!;
    const side = modifier && sided.has(code) ? sideOf(modifier) : 0;
    if (side === 0) return false;
    const least = modifier!.startsWith('slight') ? -straightDegrees : straightDegrees;
    return onwards.every(
      (onward) => side * turnAlong(way, places[step]!, { arm: arms[0]!, onward }) < least,
    );
  });
  const isTold = (index: number) =>
    places.some((place) => {
      const meters = way.along[index]! - way.along[place]!;
      return meters > -ownMeters && meters < wideMeters;
    });
  const untold = findSharpTurns(line, turnDegrees)
    .map(({ index }) => index)
    .filter((index) => !isTold(index))
    .filter((index) =>
      arms.every((arm) => Math.abs(turnAlong(way, index, { arm })) >= turnDegrees),
    );
  return { contrary, untold };
}

/** 1 for right, -1 for left. */
function sideOf(modifier: string): 1 | 0 | -1 {
  if (modifier.endsWith('right')) return 1;
  return modifier.endsWith('left') ? -1 : 0;
}

function metersApart({ along }: DrawnWay, a: number, b: number): number {
  return Math.abs(along[a]! - along[b]!);
}

/** A step, and where along the line it begins. `index`: among the router's own. */
type Placed = { step: Step; place: number; index: number | null };

/**
 * The steps with what `others`, the road graph's of the same line, tell in place of those that are contrary, and after
 * those that leave out a turn which the others tell. All together stay as long.
 */
export function mendSteps(
  steps: Step[],
  { contrary, untold }: Doubt,
  { line, others }: { line: Position[]; others: Step[] },
): Step[] {
  const way = measureWay(line);
  const places = placeSteps(steps, line);
  const inner = placeOthers(others, way);
  const told: Placed[] = [];
  for (const [index, step] of steps.entries()) {
    const [place, end] = [places[index]!, places[index + 1] ?? places[index]!];
    const last = told.at(-1)?.place ?? 0;
    const upToEnd = inner.filter(
      (other) => other.place < end && metersApart(way, other.place, end) >= sameMeters,
    );
    const after = upToEnd.filter(
      (other) => other.place > place && metersApart(way, other.place, place) >= sameMeters,
    );
    const lacking = after.filter(
      (other) =>
        turnsOff(other.step) &&
        untold.some((turn) => metersApart(way, turn, other.place) < sameMeters),
    );
    const instead = upToEnd.filter(
      (other) =>
        other.place > last &&
        (other.place >= place || metersApart(way, other.place, place) < ownMeters),
    );
    // It names the road that is turned into further on, and not the one that the way takes here.
    const isEarly =
      turnsOff(step) &&
      lacking.some((other) => isSameRoad(other.step, step)) &&
      !(instead[0] && isSameRoad(instead[0].step, step));
    if (contrary.includes(index) || isEarly) {
      told.push(...instead);
      continue;
    }
    // What comes before that may be the step's own turn, across a wide road.
    const [first] = lacking;
    told.push({ step, place, index }, ...(first ? after.slice(after.indexOf(first)) : []));
  }
  return measureSteps(told, steps, { way, places });
}

/** The turns as they are for who comes along the line: the graph's own go by what may be a metre of road. */
function placeOthers(others: Step[], way: DrawnWay): Placed[] {
  const places = placeSteps(others, way.line);
  return others.flatMap((step, other): Placed[] => {
    const place = places[other]!;
    if (step.code === 'depart' || step.code === 'arrive') return [];
    if (step.modifier === null) return [{ step, place, index: null }];
    const modifier = nameAlong(way, place);
    const isSame = step.roadName === others[other - 1]?.roadName;
    if (modifier === 'straight' && isSame) return [];
    const code = modifier === 'straight' ? 'continue' : step.code;
    return [{ step: { ...step, code, modifier }, place, index: null }];
  });
}

function nameAlong(way: DrawnWay, place: number): string {
  const [near, far] = arms.map((arm) => nameTurn(turnAlong(way, place, { arm })));
  // Across a junction roads that go on jog a little.
  return near!.startsWith('slight') && far === 'straight' ? far : near!;
}

function isSameRoad({ roadName }: Step, other: Step): boolean {
  return roadName !== null && roadName === other.roadName;
}

function turnsOff({ modifier }: Step): boolean {
  return modifier !== null && modifier !== 'straight';
}

/** Each as long as its part of the line; those that the router told as it did keep what it told. */
function measureSteps(
  told: Placed[],
  steps: Step[],
  { way, places }: { way: DrawnWay; places: number[] },
): Step[] {
  const upTo = (place: number) => {
    const own = Math.max(
      0,
      places.findLastIndex((each) => each <= place),
    );
    const next = Math.min(own + 1, places.length - 1);
    const length = metersApart(way, places[own]!, places[next]!);
    const share = length === 0 ? 0 : metersApart(way, places[own]!, place) / length;
    const before = (what: 'meters' | 'seconds') =>
      steps.slice(0, own).reduce((sum, step) => sum + step[what], 0) + share * steps[own]![what];
    return { meters: before('meters'), seconds: before('seconds') };
  };
  return told.map(({ step, place, index }, at) => {
    const next = told[at + 1];
    if (!next || (index !== null && next.index === index + 1)) return step;
    const [from, to] = [upTo(place), upTo(next.place)];
    return { ...step, meters: to.meters - from.meters, seconds: to.seconds - from.seconds };
  });
}
