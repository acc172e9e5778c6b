import type { NeedRules } from '../hydraulics/need.ts';
import type { Vehicle } from '../../geo/graph/vehicle-access.ts';
import type { RunCardRow } from '../run-cards/requirements.ts';

export type VehicleClass = Vehicle & {
  rank: number;
  nameVi: string;
  nameEn: string;
  tankLiters: number;
  pumpLitersPerSecond: number;
  hoseMeters: number;
  crew: number | null;
  draftLiftMeters: number | null;
  /** The ground that its jacks need; null where it stands on its wheels. */
  jackWidthMeters: number | null;
  jackLengthMeters: number | null;
  /** What its set-up takes whatever the supply; null: as the supply it uses. */
  setUpSeconds: number | null;
  /** The class whose routing data it drives by: its own code, or another one's. */
  routingProfile: string;
  /** False for first attack: never ranked as first water. */
  sustainedFlow: boolean;
  /** What its stop and its place go by: its crew without sustained flow, after all who bring water; in a rescue the crew for all alike. */
  ranksBy: 'first-water' | 'after-water' | 'first-crew';
  /** Height that its ladder reaches; null: it has none, or nobody knows. */
  ladderMeters: number | null;
  /** Pumps to be carried where no engine comes. */
  portablePumps: number;
  /** Carries tools to free people. */
  rescueTools: boolean;
};

export type Parameters = {
  number: (parameter: string, vehicleClass?: string) => number;
  text: (parameter: string) => string;
};

export type ResponseSettings = {
  parameters: Parameters;
  classes: VehicleClass[];
  needRules: NeedRules;
  runCards: RunCardRow[];
};
