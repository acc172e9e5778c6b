// Directions for a way found on the road graph, in the same codes as the router's.

import type { Position } from '../../geo/position.ts';
import type { NamedStretch } from '../road-graph/graph-calls.ts';
import type { Step } from './schema.ts';

/** `isAgainst`: against the traffic, which is told. */
type Stretch = NamedStretch & { isAgainst?: boolean };

/**
 * One step per stretch; what asks nothing of the driver is added to the step before it. `heading`: the bearing of who
 * comes to the first of them; null: the way begins there.
 */
export function writeStretches(stretches: Stretch[], heading: number | null): Step[] {
  const steps: Step[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const { road, meters, seconds, from, startBearing, isAgainst = false } = stretch;
    const before = stretches[index - 1];
    const bearing = before?.endBearing ?? heading;
    const modifier = bearing === null ? null : nameTurn(startBearing - bearing);
    const last = steps.at(-1);
    const goesOn = modifier === 'straight' && isSameKind(before, stretch);
    if (last && goesOn) {
      last.meters += meters;
      last.seconds += seconds;
      continue;
    }
    steps.push({
      code: isAgainst ? 'contraflow' : codeOf(modifier, isSameRoad(before, stretch)),
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

/** Straight on from one way without a name into another. */
function isSameKind(before: Stretch | undefined, { road, isAgainst = false }: Stretch): boolean {
  return (
    road.name === null && before?.road.name === null && isAgainst === (before.isAgainst ?? false)
  );
}

function isSameRoad(before: NamedStretch | undefined, { road }: NamedStretch): boolean {
  return road.name !== null && before?.road.name === road.name;
}

/** On the same road one goes on, as the router says it; only half to the side it would sound like straight on. */
function codeOf(modifier: string | null, isSame: boolean): string {
  if (modifier === null) return 'depart';
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
