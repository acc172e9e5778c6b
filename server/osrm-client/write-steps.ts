// OSRM's steps as the few codes of our contract. The client words them.

import type { OsrmStep } from './schema.ts';
import type { Step } from '../response/schema.ts';

const codes: Record<string, string> = {
  depart: 'depart',
  arrive: 'arrive',
  turn: 'turn',
  'roundabout turn': 'turn',
  'on ramp': 'turn',
  'off ramp': 'fork',
  fork: 'fork',
  merge: 'merge',
  'end of road': 'end-of-road',
  roundabout: 'roundabout',
  rotary: 'roundabout',
  continue: 'continue',
  'new name': 'continue',
};

/** Steps in driving order. What asks nothing of the driver is added to the step before it. */
export function writeSteps(osrmSteps: OsrmStep[]): Step[] {
  const steps: Step[] = [];
  // A way out where none was driven into is one that OSRM saw both ends of at one junction: a turn.
  let isInRoundabout = false;
  for (const [index, osrmStep] of osrmSteps.entries()) {
    const before = steps.at(-1);
    const step = translate(osrmStep, index === 1);
    // Where the way ends on it, its own name is no road to go out by.
    if (before && isInRoundabout && step.code === 'arrive') before.roadName = null;
    const leaves = isInRoundabout && osrmStep.maneuver.type.startsWith('exit ');
    if (!before || !(leaves || isTrivial(step, osrmStep, before))) {
      steps.push(step);
      isInRoundabout = step.code === 'roundabout' && !osrmStep.maneuver.type.startsWith('exit ');
      continue;
    }
    before.meters += step.meters;
    before.seconds += step.seconds;
    if (!leaves) continue;
    // The way out of a roundabout names the road that the roundabout step leads to.
    before.roadName = step.roadName;
    isInRoundabout = false;
  }
  return steps;
}

/** `isStart`: the way begins with the step before it. */
function translate({ name, distance, duration, maneuver }: OsrmStep, isStart: boolean): Step {
  const { type, modifier, exit, bearing_after: bearing, location } = maneuver;
  const isUTurn = modifier === 'uturn';
  const isEnd = type === 'depart' || type === 'arrive';
  // Whoever sets off on a roundabout is only told the way out of it.
  const isWayOut = isStart && type.startsWith('exit ') && exit !== undefined;
  const code = isWayOut ? 'roundabout' : isUTurn && !isEnd ? 'turn' : codes[type];
  const hasSide = code !== undefined && !['depart', 'arrive', 'roundabout'].includes(code);
  return {
    // Types added by a later OSRM still carry a direction, as a turn does.
    code: code ?? 'turn',
    modifier: (hasSide || code === undefined) && modifier ? sideTold(type, modifier) : null,
    // Who is there already sets off nowhere: its bearing is north by default.
    ...(code === 'depart' &&
      distance > 0 &&
      bearing !== undefined && { heading: Math.round(bearing) }),
    exit: code === 'roundabout' ? (exit ?? null) : null,
    roadName: name === '' ? null : name,
    near: null,
    tight: null,
    meters: distance,
    seconds: duration,
    lon: location[0],
    lat: location[1],
  };
}

/** Where only the name is new the road bends and asks nothing; one that goes on by its name bears off at a fork. */
function sideTold(type: string, modifier: string): string {
  return type === 'new name' && modifier.startsWith('slight ') ? 'straight' : modifier;
}

function isTrivial(step: Step, { maneuver }: OsrmStep, before: Step): boolean {
  const { type } = maneuver;
  if (type === 'notification' || type === 'use lane') return true;
  if (step.code === 'turn' && step.modifier === 'straight')
    return step.roadName !== null && step.roadName === before.roadName;
  if (step.code !== 'continue' || (step.modifier ?? 'straight') !== 'straight') return false;
  return step.roadName === null || step.roadName === before.roadName;
}
