// Directions for a way found on the road graph, in the same codes as the router's.

import { signedTurn } from '../../geo/bearing.ts';
import type { Exit } from '../../geo/graph/roundabouts.ts';
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
    const before = stretches[index - 1];
    const bearing = before?.endBearing ?? heading;
    const last = steps.at(-1);
    if (last && bearing !== null && asksNothing(before, stretch, bearing)) {
      last.meters += stretch.meters;
      last.seconds += stretch.seconds;
    } else if (bearing === null) steps.push(departOn(stretch));
    else if (stretch.exit === undefined || stretch.isAgainst)
      steps.push(turnInto(before, stretch, bearing));
    else steps.push(takeRoundabout(stretch, stretch.exit));
  }
  return steps;
}

function asksNothing(before: Stretch | undefined, stretch: Stretch, bearing: number): boolean {
  const isStraight = nameTurn(stretch.startBearing - bearing) === 'straight';
  return isStraight && stretch.exit === undefined && isSameKind(before, stretch);
}

function departOn(stretch: Stretch): Step {
  const heading = Math.round((stretch.startBearing + 360) % 360);
  const code = stretch.isAgainst ? 'contraflow' : 'depart';
  return { ...plainStep(stretch), code, heading };
}

function takeRoundabout(stretch: Stretch, exit: Exit): Step {
  return {
    ...plainStep(stretch),
    code: 'roundabout',
    exit: typeof exit === 'number' ? exit : null,
    roadName: exit === 'none' ? null : stretch.road.name,
  };
}

function turnInto(before: Stretch | undefined, stretch: Stretch, bearing: number): Step {
  const modifier = nameTurn(stretch.startBearing - bearing);
  const code = stretch.isAgainst ? 'contraflow' : codeOf(modifier, isSameRoad(before, stretch));
  return { ...plainStep(stretch), code, modifier };
}

function plainStep({ road, meters, seconds, from: [lon, lat] }: Stretch): Omit<Step, 'code'> {
  const nothing = { modifier: null, exit: null, near: null, tight: null };
  return { ...nothing, roadName: road.name, meters, seconds, lon, lat };
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

/** On the same road one goes on, as the router says it. */
function codeOf(modifier: string, isSame: boolean): string {
  return modifier === 'straight' || (isSame && modifier !== 'uturn') ? 'continue' : 'turn';
}

/** `degrees` clockwise; the bounds are those that guidance uses everywhere: 20, 60, 120, 170. */
export function nameTurn(degrees: number): string {
  const turn = signedTurn(degrees);
  const size = Math.abs(turn);
  const side = turn < 0 ? 'left' : 'right';
  if (size < 20) return 'straight';
  if (size < 60) return `slight ${side}`;
  if (size < 120) return side;
  return size < 170 ? `sharp ${side}` : 'uturn';
}
