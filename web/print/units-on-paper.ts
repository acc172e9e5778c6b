import type { ListedUnit } from '../stop/listed-units.ts';

export type UnitsOnPaper = {
  /** A row each. */
  rows: ListedUnit[];
  /** Named below them, with when they are at the door. */
  firstAttack: ListedUnit[];
  support: ListedUnit[];
  /** Named without a time: whoever counts further help must not count these. */
  stuck: ListedUnit[];
};

/** In a rescue, where all are ranked alike by first crew, all in one table; else those with water that lasts. */
export function unitsOnPaper(units: ListedUnit[], chosenId: string | null): UnitsOnPaper {
  const areRankedAlike = units.every(({ unit }) => unit.rankedBy === 'crew');
  const isRow = ({ unit: { role, unitId } }: ListedUnit): boolean =>
    areRankedAlike || role === 'water' || unitId === chosenId;
  const coming = units.filter(({ unit }) => unit.status === 'reachable');
  const others = coming.filter((unit) => !isRow(unit));
  return {
    rows: coming.filter(isRow),
    firstAttack: others.filter(({ unit }) => unit.role === 'first-attack'),
    support: others.filter(({ unit }) => unit.role !== 'first-attack'),
    stuck: units.filter(({ unit }) => unit.status === 'unreachable'),
  };
}
