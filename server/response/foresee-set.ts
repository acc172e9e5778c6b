// Whom the set sends, before ways are drawn and water is planned: who waits and pumps is looked for among them.

import type { ResponseSettings } from '../planner/settings.ts';
import type { MakeSet } from '../run-cards/set-for.ts';
import { tooLate, within } from '../within.ts';
import type { Deadline } from './deadline.ts';
import type { DestinationRow } from './queries.ts';
import { describeUnit, type UnitChoice, type UnitDetails } from './describe-unit.ts';

const undetailed: Omit<UnitDetails, 'floors'> = {
  certain: undefined,
  drive: null,
  water: null,
  attackLine: null,
  spareHose: [],
  standsBehind: null,
  alternatives: [],
  closer: [],
};

type Asked = {
  target: Pick<DestinationRow, 'floors'>;
  settings: ResponseSettings;
  sources: { deadline: Deadline };
};

/** So long the water of our own engines waits for when vehicles of others come. */
const othersMillis = 200;

/**
 * Ids, soonest first; none where nobody knows in time when vehicles of others come. Another set is made where a way turns
 * out to be closed.
 */
export async function foreseeSet(
  makeSet: MakeSet | undefined,
  choices: UnitChoice[],
  { target, settings, sources }: Asked,
): Promise<string[]> {
  if (!makeSet) return [];
  const details = { ...undetailed, floors: target.floors };
  const units = choices.map((choice) => describeUnit(choice, details, settings.parameters));
  const making = makeSet({ units, notRanked: [] });
  const made = await within(making, sources.deadline.left(othersMillis));
  return made === tooLate ? [] : made.vehicles.map(({ vehicleId }) => vehicleId);
}
