// What an incident takes, from the run cards: rows of the database (run_cards). Pure.

export type IncidentType = 'fire' | 'rescue';

/** In the order in which they are shown. */
export const capabilities = [
  'pump',
  'water_l',
  'crew',
  'ladder',
  'rescue_tools',
  'crane',
  'excavator',
] as const;

export type Capability = (typeof capabilities)[number];

export type RunCardRow = {
  incidentType: IncidentType;
  /** '' for any building. */
  fireGroup: string;
  floorsMin: number;
  alarmLevel: number;
  capability: Capability;
  amount: number;
  mark: 'sourced' | 'assumed';
  source: string;
};

export type Incident = {
  incidentType: IncidentType;
  alarmLevel: number;
  /** '' where no group is known. */
  fireGroup: string;
  floors: number;
};

export type Requirement = {
  capability: Capability;
  amount: number;
  mark: RunCardRow['mark'];
  source: string;
};

/** Of the rows that hold for the building and for this alarm level or a lower one, the greatest amount counts. */
export function findRequirements(cards: readonly RunCardRow[], incident: Incident): Requirement[] {
  const holding = cards.filter(
    (card) =>
      card.incidentType === incident.incidentType &&
      (card.fireGroup === '' || card.fireGroup === incident.fireGroup) &&
      card.floorsMin <= incident.floors &&
      card.alarmLevel <= incident.alarmLevel,
  );
  return capabilities.flatMap((capability) => {
    const rows = holding.filter((card) => card.capability === capability);
    const most = rows.reduce<RunCardRow | null>(
      (best, row) => (best === null || row.amount > best.amount ? row : best),
      null,
    );
    if (!most) return [];
    const { amount, mark, source } = most;
    return [{ capability, amount, mark, source }];
  });
}
