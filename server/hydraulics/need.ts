// How much water a burning building needs, and for how long: QCVN 06 table 8, as rows of the
// database (building_uses, water_needs).

import type { Parameters } from '../planner/settings.ts';

export type NeedRow = {
  fireGroup: string;
  /** null: without bound. */
  floorsMax: number | null;
  volumeMaxM3: number | null;
  litersPerSecond: number;
  mark: 'sourced' | 'assumed';
  sourceVi: string;
  sourceEn: string;
};

export type NeedRules = {
  /** Functional group by use of the building; '' for a use that is not stated or not listed. */
  groups: Map<string, string>;
  rows: NeedRow[];
};

export type Building = {
  use: string | null;
  floors: number | null;
  footprintM2: number;
  /** As in a dossier; the footprint times the storeys where it is unknown. */
  volumeM3?: number;
};

export type Need = {
  litersPerSecond: number;
  hours: number;
  fireGroup: string;
  floors: number;
  volumeM3: number;
  /** What the need rests on that nobody has measured. */
  estimated: ('use' | 'floors' | 'rule')[];
  sourceVi: string;
  sourceEn: string;
};

/** null when the rule has no row for the building: a need is never made up. */
export function findNeed(
  building: Building,
  rules: NeedRules,
  parameters: Parameters,
): Need | null {
  const known = building.use === null ? undefined : rules.groups.get(building.use);
  const fireGroup = known ?? rules.groups.get('');
  const floors = building.floors ?? parameters.number('assumed_floors');
  const volumeM3 =
    building.volumeM3 ?? building.footprintM2 * floors * parameters.number('storey_height');
  const row = rules.rows
    .filter(
      (each) =>
        each.fireGroup === fireGroup &&
        (each.floorsMax === null || floors <= each.floorsMax) &&
        (each.volumeMaxM3 === null || volumeM3 <= each.volumeMaxM3),
    )
    .toSorted(narrowestFirst)[0];
  if (!row || fireGroup === undefined) return null;
  const isShort = row.litersPerSecond <= parameters.number('short_need_flow');
  return {
    litersPerSecond: row.litersPerSecond,
    hours: parameters.number(isShort ? 'short_need_hours' : 'need_hours'),
    fireGroup,
    floors,
    volumeM3,
    estimated: [
      ...(known === undefined ? (['use'] as const) : []),
      ...(building.floors === null ? (['floors'] as const) : []),
      ...(row.mark === 'assumed' ? (['rule'] as const) : []),
    ],
    sourceVi: row.sourceVi,
    sourceEn: row.sourceEn,
  };
}

function narrowestFirst(a: NeedRow, b: NeedRow): number {
  return (
    (a.floorsMax ?? Infinity) - (b.floorsMax ?? Infinity) ||
    (a.volumeMaxM3 ?? Infinity) - (b.volumeMaxM3 ?? Infinity) ||
    0
  );
}
