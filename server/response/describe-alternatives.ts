// Other stops of a unit, nearly as good as the one chosen, as the contract has them. Pure.

import { toLineString } from '../../geo/position.ts';
import { findAlternatives, type Alternative as Found } from '../planner/find-alternatives.ts';
import { rankSeconds, type Choice } from '../planner/choose-stop.ts';
import type { Parameters } from '../planner/settings.ts';
import type { Alternative } from './choices-schema.ts';
import { countHose } from '../planner/count-hose.ts';
import type { UnitChoice } from './describe-unit.ts';
import { twoAtLeast } from './draw-drives.ts';
import { noteOf } from './notes.ts';
import type { Note } from './schema.ts';

export function describeAlternatives(
  { choice: best, others, vehicle }: UnitChoice,
  floors: number | null,
  parameters: Parameters,
): Alternative[] {
  if (!best) return [];
  return findAlternatives([best, ...others], vehicle, parameters).map((found) => {
    const { choice } = found;
    const { stop, clocks, driveSeconds } = choice;
    const { lengths, supplyLengths, missingLengths } = countHose(
      choice,
      vehicle,
      floors,
      parameters,
    );
    const extra = rankSeconds(choice, vehicle) - rankSeconds(best, vehicle);
    return {
      stop: {
        lon: stop.point[0],
        lat: stop.point[1],
        road: stop.road,
        blockedBy: stop.blockedBy,
      },
      driveSeconds,
      hose: {
        meters: stop.hoseMeters,
        lengths,
        supplyLengths,
        missingLengths,
        geometry: toLineString(twoAtLeast(stop.line)),
      },
      secondsToCrew: clocks.secondsToCrew,
      secondsToWater: vehicle.sustainedFlow ? clocks.secondsToWater : null,
      extraSeconds: Number.isFinite(extra)
        ? extra
        : clocks.secondsToCrew - best.clocks.secondsToCrew,
      why: wordAlternative(found, choice),
    };
  });
}

function wordAlternative({ by }: Found, { stop }: Choice): Note {
  const { name, class: roadClass, widthMeters, provenance } = stop.blockedBy ?? stop.road;
  const road = { name, class: roadClass, widthMeters, provenance };
  return noteOf(`alternative-${by}`, { ...road, stopName: stop.road.name });
}
