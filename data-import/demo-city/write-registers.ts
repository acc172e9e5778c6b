import { writeFileSync } from 'node:fs';
import { localMeters } from '../osm/local-meters.ts';
import type { Meters } from './plane.ts';
import type { ContactRow, MobilisedRow } from './contacts.ts';
import type { StationRow, UnitRow } from './stations.ts';
import type { WaterMainRow } from './water-mains.ts';
import type { WaterPointRow } from './water-points.ts';
import { DEMO_ORIGIN } from './write-osm.ts';

export interface Registers {
  stations: readonly StationRow[];
  units: readonly UnitRow[];
  waterPoints: readonly WaterPointRow[];
  waterMains: readonly WaterMainRow[];
  contacts: readonly ContactRow[];
  mobilisedVehicles: readonly MobilisedRow[];
}

type Cell = string | number | null;

/** Writes the registers that OSM lacks, in the columns that every city uses. */
export function writeRegisters(files: Record<keyof Registers, string>, registers: Registers): void {
  const stations = registers.stations.map(({ id, name, at }) => ({ id, name, ...lonLat(at) }));
  const waterPoints = registers.waterPoints.map(({ id, kind, at, ...rest }) => {
    return { id, kind, ...lonLat(at), ...rest };
  });
  writeCsv(files.stations, stations);
  writeCsv(files.units, registers.units);
  writeCsv(files.waterPoints, waterPoints);
  writeCsv(files.waterMains, registers.waterMains);
  writeCsv(files.contacts, registers.contacts.map(placeRow));
  writeCsv(files.mobilisedVehicles, registers.mobilisedVehicles.map(placeRow));
}

/** `at` as two columns, empty where it has no place. */
function placeRow({ at, ...rest }: { at: Meters | null }): object {
  return { ...rest, ...(at ? lonLat(at) : { lon: null, lat: null }) };
}

function lonLat(at: Meters): { lon: string; lat: string } {
  const { lon, lat } = localMeters(DEMO_ORIGIN).toLonLat(at);
  return { lon: lon.toFixed(7), lat: lat.toFixed(7) };
}

function writeCsv(path: string, rows: readonly object[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => {
    const cells: Record<string, Cell> = { ...row };
    return columns.map((column) => quote(cells[column] ?? null));
  });
  writeFileSync(path, `${[columns, ...lines].map((line) => line.join(',')).join('\n')}\n`);
}

function quote(value: Cell): string {
  const text = String(value ?? '');
  return /[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
