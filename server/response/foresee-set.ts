// Whom the set sends, before ways are drawn and water is planned: who waits and pumps is looked for among them. Pure but
// for the vehicles of others, which it waits for.

import type { ResponseSettings } from '../planner/settings.ts';
import type { MakeSet } from '../run-cards/set-for.ts';
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

/** Ids, soonest first; another set is made where a way turns out to be closed. */
export async function foreseeSet(
  makeSet: MakeSet | undefined,
  choices: UnitChoice[],
  { target, settings }: { target: Pick<DestinationRow, 'floors'>; settings: ResponseSettings },
): Promise<string[]> {
  if (!makeSet) return [];
  const details = { ...undetailed, floors: target.floors };
  const units = choices.map((choice) => describeUnit(choice, details, settings.parameters));
  const { vehicles } = await makeSet({ units, notRanked: [] });
  return vehicles.map(({ vehicleId }) => vehicleId);
}
