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

function cell(value: Correction[(typeof columns)[number]]): string {
  if (value === null) return '';
  if (Array.isArray(value)) return cell(value.join(' '));
  if (typeof value === 'object') return cell(`${value.lon} ${value.lat}`);
  if (typeof value !== 'string') return String(value);
  // A spreadsheet would run a text that begins so.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** For spreadsheets: UTF-8 with its mark, one line per correction. */
export function writeCorrectionsCsv(corrections: readonly Correction[]): string {
  const lines = corrections.map((one) => columns.map((column) => cell(one[column])).join(','));
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}
