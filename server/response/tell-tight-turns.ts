// Tight turns among the directions: at the step that turns there, else as a step of their own. Pure.

import { lineMeters } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { NamedTightTurn } from '../planner/name-tight-turns.ts';
import { nameTurn } from './graph-steps.ts';
import { placeSteps } from './place-steps.ts';
import type { Step } from './schema.ts';

/** `line` is the way that the steps tell, and what the turns are counted along. */
export function tellTightTurns(steps: Step[], line: Position[], turns: NamedTightTurn[]): Step[] {
  if (turns.length === 0) return steps;
  const places = placeSteps(steps, line);
  return steps.flatMap((step, index) => {
    const [start, end] = [places[index]!, places[index + 1] ?? line.length];
    const own = step.code === 'depart' ? undefined : turns.find((turn) => turn.index === start);
    const inside = turns.filter(({ index: at }) => at > start && at < end);
    // A roundabout is told in one step with its exit: another one there would be taken for one more turn.
    const exit = step.code === 'roundabout' ? inside.find(({ isExit }) => isExit) : undefined;
    const tight = own && exit ? tighterOf(own, exit) : (own ?? exit);
    const told = [tight ? { ...step, tight: tightOf(tight) } : step];
    // A router says nothing where it knows of one way only, and the road graph where the name stays.
    let from = start;
    for (const turn of inside.filter((each) => each !== exit)) {
      told.push(
        ...splitStep(told.pop()!, line.slice(from, end + 1), { turn, at: turn.index - from }),
      );
      from = turn.index;
    }
    return told;
  });
}

function tighterOf(one: NamedTightTurn, other: NamedTightTurn): NamedTightTurn {
  return metersLacking(other) > metersLacking(one) ? other : one;
}

function metersLacking({ neededMeters, widthMeters }: NamedTightTurn): number {
  return neededMeters - widthMeters;
}

/** `line` is the way of the step, the turn `at` that position of it. */
function splitStep(
  step: Step,
  line: Position[],
  { turn, at }: { turn: NamedTightTurn; at: number },
): [Step, Step] {
  const share = lineMeters(line.slice(0, at + 1)) / lineMeters(line);
  const [lon, lat] = line[at]!;
  const modifier = nameTurn(turn.degrees);
  return [
    { ...step, meters: step.meters * share, seconds: step.seconds * share },
    {
      // It may well be the same road that goes on.
      code: modifier === 'uturn' ? 'turn' : 'continue',
      modifier,
      exit: null,
      roadName: turn.roadName,
      near: null,
      tight: tightOf(turn),
      meters: step.meters * (1 - share),
      seconds: step.seconds * (1 - share),
      lon,
      lat,
    },
  ];
}

function tightOf({ widthMeters, neededMeters, provenance }: NamedTightTurn): Step['tight'] {
  return { widthMeters, neededMeters, provenance };
}
