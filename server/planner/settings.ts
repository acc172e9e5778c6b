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
};

export type Parameters = {
  number: (parameter: string, vehicleClass?: string) => number;
};

export type ResponseSettings = { parameters: Parameters; classes: VehicleClass[] };
