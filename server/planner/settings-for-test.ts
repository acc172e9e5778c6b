import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Parameters, VehicleClass } from './settings.ts';

type Row = Record<string, string>;

const files = new Map<string, Row[]>();

function readCodes(name: string): Row[] {
  const known = files.get(name);
  if (known) return known;
  const text = readFileSync(new URL(`../../sql/codes/${name}.csv`, import.meta.url), 'utf8');
  const rows = parse(text, { columns: true }) as Row[];
  files.set(name, rows);
  return rows;
}

function readParameter(parameter: string, vehicleClass = ''): string {
  const row = readCodes('parameters').find(
    (each) => each['parameter'] === parameter && each['class'] === vehicleClass,
  );
  return row!['value']!;
}

/** The shipped values, for tests of the formulas that need no database. */
export const shippedParameters: Parameters = {
  number: (parameter, vehicleClass) => Number(readParameter(parameter, vehicleClass)),
  text: readParameter,
};

function optional(text: string | undefined): number | null {
  return text ? Number(text) : null;
}

export function shippedClass(code: string): VehicleClass {
  const row = readCodes('vehicle_classes').find((each) => each['code'] === code)!;
  return {
    code,
    rank: Number(row['rank']),
    nameVi: row['name_vi']!,
    nameEn: row['name_en']!,
    widthMeters: Number(row['width_m']),
    heightMeters: Number(row['height_m']),
    lengthMeters: Number(row['length_m']),
    weightTonnes: Number(row['weight_t']),
    turning: row['turning_radius_m']
      ? {
          radiusMeters: Number(row['turning_radius_m']),
          frontToAxleMeters: Number(row['front_to_axle_m'] || row['length_m']),
        }
      : null,
    widthMarginMeters: Number(row['width_margin_m']),
    heightMarginMeters: Number(row['height_margin_m']),
    speedFactor: Number(row['speed_factor']),
    footways: row['footways'] === 'true',
    heldByTraffic: row['held_by_traffic'] === 'true',
    tankLiters: Number(row['tank_l']),
    pumpLitersPerSecond: Number(row['pump_lps']),
    hoseMeters: Number(row['hose_m']),
    crew: optional(row['crew']),
    ladderMeters: optional(row['ladder_m']),
    draftLiftMeters: optional(row['draft_lift_m']),
    jackWidthMeters: optional(row['jack_width_m']),
    jackLengthMeters: optional(row['jack_length_m']),
    setUpSeconds: optional(row['set_up_s']),
    routingProfile: row['routing_profile'] || code,
    sustainedFlow: row['sustained_flow'] === 'true',
    ranksBy: row['sustained_flow'] === 'true' ? 'first-water' : 'after-water',
    rescueTools: row['rescue_tools'] === 'true',
    portablePumps: Number(row['portable_pumps']),
  };
}
