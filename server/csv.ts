/** What a cell may hold; lists are written as words. */
export type CsvValue = string | number | boolean | null | readonly string[];

/** For spreadsheets: UTF-8 with its mark, names of the columns first, one line per row. */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Record<Column, CsvValue>[],
): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'object') return cell(value.join(' '));
  if (typeof value !== 'string') return String(value);
  // A spreadsheet would run a text that begins so.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
