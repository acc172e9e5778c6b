import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { UnitResponse } from '../../server/response/schema.ts';
import type { Stops } from '../choices/choices-in-address.ts';
import { unitOfAnswer } from '../dispatch/unit-of-answer.ts';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import { type ListedUnit, listUnits } from './listed-units.ts';
import { answerBefore } from './answer-before.ts';
import { movedUnitQuery } from './use-moved-unit.ts';

const noUnits: UnitResponse[] = [];

/** The units of the answer with the stops that hold, also of those that nobody looks at now. */
export function useListedUnits(
  { asking, response, task, planned, moved, ...shown }: ShownAnswer,
  stops: Stops = {},
): ListedUnit[] {
  // The list compares what each would do as the first.
  const unit = task?.stand ? planned : shown.unit;
  const units = response.data?.units ?? noUnits;
  const ids = units
    .map(({ unitId }) => unitId)
    .filter((id) => id !== unit?.unitId && stops[id] !== undefined);
  const client = useQueryClient();
  const asked = useQueries({
    queries: ids.map((id) => ({
      ...movedUnitQuery(asking, id, stops[id]),
      placeholderData: () => answerBefore(client, asking, [id, stops[id]]),
    })),
  });
  const answers: Record<string, UnitResponse | null> = Object.fromEntries(
    ids.map((id, index) => [id, unitOfAnswer(asked[index]?.data, id)]),
  );
  if (unit) answers[unit.unitId] = moved.unit;
  return listUnits(units, { stops, answers, shown: unit });
}
