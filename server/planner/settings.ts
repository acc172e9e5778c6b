import type { NeedRules } from '../hydraulics/need.ts';
import type { Vehicle } from '../../geo/graph/vehicle-access.ts';

export type VehicleClass = Vehicle & {
  rank: number;
  nameVi: string;
  nameEn: string;
  tankLiters: number;
  pumpLitersPerSecond: number;
  hoseMeters: number;
  /** False for first attack: never ranked as first water. */
  sustainedFlow: boolean;
  /** Height that its ladder reaches; null: it has none, or nobody knows. */
  ladderMeters: number | null;
  /** Pumps to be carried where no engine comes. */
  portablePumps: number;
};

export type Parameters = {
  number: (parameter: string, vehicleClass?: string) => number;
};

export type ResponseSettings = {
  parameters: Parameters;
  classes: VehicleClass[];
  needRules: NeedRules;
};
