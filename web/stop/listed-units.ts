import type { UnitResponse } from '../../server/response/schema.ts';

/**
 * Of which stop the times are: of the planned one, which holds; of the one chosen by hand; or still of the planned
 * one though another was chosen, because the answer for that is not there.
 */
export type StopOfTimes = 'planned' | 'chosen' | 'unanswered';

export type ListedUnit = { unit: UnitResponse; stop: StopOfTimes };

type Moved = {
  /** Where the dispatcher moved a stop, by unit. */
  stops: Readonly<Record<string, unknown>>;
  /** The same units with those stops, as far as answered. */
  answers: Readonly<Record<string, UnitResponse | null>>;
  /** The unit shown in full stands in the list as it is shown. */
  shown: UnitResponse | null;
};

/** Each in its place of the ranking, also with a stop that makes it slower: rows that jump are not read. */
export function listUnits(
  planned: readonly UnitResponse[],
  { stops, answers, shown }: Moved,
): ListedUnit[] {
  return planned.map((listed) => {
    const isShown = listed.unitId === shown?.unitId;
    const moved = stops[listed.unitId] === undefined ? undefined : answers[listed.unitId];
    if (moved) return { unit: isShown ? shown : moved, stop: 'chosen' };
    const isPlanned = stops[listed.unitId] === undefined;
    return { unit: isShown ? shown : listed, stop: isPlanned ? 'planned' : 'unanswered' };
  });
}
