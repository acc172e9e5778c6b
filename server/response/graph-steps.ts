// Directions for a way found on the road graph, in the same codes as the router's.

import type { Position } from '../../geo/position.ts';
import type { NamedStretch } from '../road-graph/graph-calls.ts';
import type { Step } from './schema.ts';

/**
 * One step per stretch; what asks nothing of the driver is added to the step before it. `heading`: the bearing of who
 * comes to the first of them; null: the way begins there.
 */
export function writeStretches(stretches: NamedStretch[], heading: number | null): Step[] {
  const steps: Step[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const { road, meters, seconds, from, startBearing } = stretch;
    const before = stretches[index - 1];
    const bearing = before?.endBearing ?? heading;
    const modifier = bearing === null ? null : nameTurn(startBearing - bearing);
    const last = steps.at(-1);
    if (last && modifier === 'straight' && road.name === null) {
      last.meters += meters;
      last.seconds += seconds;
      continue;
    }
    steps.push({
      code: modifier === null ? 'depart' : codeOf(modifier, isSameRoad(before, stretch)),
      modifier,
      ...(bearing === null && { heading: Math.round((stretch.startBearing + 360) % 360) }),
      exit: null,
      roadName: road.name,
      near: null,
      tight: null,
      meters,
      seconds,
      lon: from[0],
      lat: from[1],
    });
  }
  return steps;
}

/** And the arrival. */
export function writeGraphSteps(stretches: NamedStretch[], end: Position): Step[] {
  return [
    ...writeStretches(stretches, null),
    {
      code: 'arrive',
      modifier: null,
      exit: null,
      roadName: stretches.at(-1)?.road.name ?? null,
      near: null,
      tight: null,
      meters: 0,
      seconds: 0,
      lon: end[0],
      lat: end[1],
    },
  ];
}

function isSameRoad(before: NamedStretch | undefined, { road }: NamedStretch): boolean {
  return road.name !== null && before?.road.name === road.name;
}

/** On the same road one goes on, as the router says it; only half to the side it would sound like straight on. */
function codeOf(modifier: string, isSame: boolean): string {
  const isPlain = /^(sharp )?(left|right)$/.test(modifier);
  return modifier === 'straight' || (isSame && isPlain) ? 'continue' : 'turn';
}

/** `degrees` clockwise; the bounds are those that guidance uses everywhere: 20, 60, 120, 170. */
export function nameTurn(degrees: number): string {
  const turn = ((degrees + 540) % 360) - 180;
  const size = Math.abs(turn);
  const side = turn < 0 ? 'left' : 'right';
  if (size < 20) return 'straight';
  if (size < 60) return `slight ${side}`;
  if (size < 120) return side;
  return size < 170 ? `sharp ${side}` : 'uturn';
}
