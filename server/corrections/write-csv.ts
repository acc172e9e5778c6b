import { writeCsv } from '../csv.ts';
import type { Correction } from './schema.ts';

const columns = [
  'id',
  'state',
  'target',
  'label',
  'field',
  'value',
  'imported',
  'provenance',
  'lon',
  'lat',
  'by',
  'verified',
  'enteredAt',
  'observedOn',
  'note',
  'reason',
  'source',
  'withdrawnBy',
  'carriedBy',
] as const satisfies readonly (keyof Correction)[];

export function writeCorrectionsCsv(corrections: readonly Correction[]): string {
  const rows = corrections.map((one) => ({
    ...one,
    value: pointAsText(one.value),
    imported: pointAsText(one.imported),
  }));
  return writeCsv(columns, rows);
}

function pointAsText(value: Correction['value']): string | number | null {
  return typeof value === 'object' && value !== null ? `${value.lon} ${value.lat}` : value;
}
