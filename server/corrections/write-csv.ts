import { writeCsv } from '../csv.ts';
import type { Correction, ObstacleValue } from './schema.ts';

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
    value: valueAsText(one.value),
    imported: valueAsText(one.imported),
  }));
  return writeCsv(columns, rows);
}

function valueAsText(value: Correction['value']): string | number | null {
  if (typeof value !== 'object' || value === null) return value;
  return 'kind' in value ? wordObstacle(value) : `${value.lon} ${value.lat}`;
}

function wordObstacle({ kind, lon, lat, clearMeters, from, to }: ObstacleValue): string {
  return [kind, lon, lat, clearMeters === undefined ? undefined : `${clearMeters} m`, from, to]
    .filter((part) => part !== undefined)
    .join(' ');
}
