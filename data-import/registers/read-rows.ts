import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CsvError, parse, type Info } from 'csv-parse';
import { ImportError } from '../batches/import-error.ts';

/**
 * One row as written: texts by column name; `line` of the CSV file, or the ordinal of the GeoJSON feature; `surplus`:
 * what stands in cells behind the last column.
 */
export type RawRow = { line: number; values: Record<string, string>; surplus: string[] };

/** Column names count in any case, with spaces or dashes for underscores: `Call sign` is `call_sign`. */
export function columnName(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

/** Yields the rows of a CSV (comma or semicolon, UTF-8 with or without BOM) or GeoJSON file. */
export async function* readRows(file: string): AsyncGenerator<RawRow> {
  const info = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    throw new ImportError(`${file} cannot be read (${cause.code ?? cause.message}).`, { cause });
  });
  if (!info.isFile()) throw new ImportError(`${file} is not a file.`);
  if (info.size === 0) throw new ImportError(`${basename(file)} is empty.`);
  yield* /\.(geo)?json$/i.test(file) ? readGeoJson(file) : readCsv(file);
}

async function* decode(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file))
      yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new ImportError(`${basename(file)} is not UTF-8 text; save it as "CSV UTF-8".`, {
      cause,
    });
  }
}

async function findDelimiter(file: string): Promise<string> {
  for await (const text of decode(file)) {
    const header = text.split(/[\r\n]/, 1)[0] ?? '';
    const count = (sign: string): number => header.split(sign).length;
    return count(';') > count(',') ? ';' : ',';
  }
  return ',';
}

async function* readCsv(file: string): AsyncGenerator<RawRow> {
  const parser = parse({
    bom: true,
    delimiter: await findDelimiter(file),
    info: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    relax_column_count: true,
    // Trạm "Một": quotes inside a text that is not quoted itself.
    relax_quotes: true,
    trim: true,
  });
  const fed = feed(file, parser);
  try {
    let names: string[] | undefined;
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: Info;
    }>) {
      if (names === undefined) names = readHeader(record, file);
      else yield { line: info.lines, ...nameCells(names, record) };
    }
    await fed;
  } catch (error) {
    throw explainCsvError(file, error);
  }
}

/** Spreadsheets end rows, and the header, with empty cells. */
function dropEmptyEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((text) => text !== '') + 1);
}

function readHeader(cells: string[], file: string): string[] {
  const names = dropEmptyEnd(cells).map(columnName);
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) < index);
  if (twice !== undefined)
    throw new ImportError(
      `${basename(file)} has the column ${twice} twice; only one can be meant.`,
    );
  return names;
}

/** A row may be shorter than the header. */
function nameCells(names: string[], cells: string[]): Omit<RawRow, 'line'> {
  const values = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  return { values, surplus: dropEmptyEnd(cells.slice(names.length)) };
}

async function feed(file: string, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const text of decode(file))
      if (!parser.write(text)) await new Promise((resolve) => parser.once('drain', resolve));
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function explainCsvError(file: string, error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const { code, lines, message } = error;
  const why =
    code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quoted text is never closed' : message.split(':')[0];
  return new ImportError(
    `${basename(file)} is not readable as CSV: ${why} (line ${String(lines)}).`,
    {
      cause: error,
    },
  );
}

/** What a feature may hold; a file may also hold null in its place. */
type Feature = {
  id?: unknown;
  properties?: Record<string, unknown> | null;
  geometry?: { type?: unknown; coordinates?: unknown } | null;
};

function writeText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}

async function* readGeoJson(file: string): AsyncGenerator<RawRow> {
  for (const [index, feature] of (await readFeatures(file)).entries()) {
    const values: Record<string, string> = {};
    if (feature?.id !== undefined) values['id'] = writeText(feature.id);
    for (const [key, value] of Object.entries(feature?.properties ?? {}))
      values[columnName(key)] = writeText(value);
    const { type, coordinates } = feature?.geometry ?? {};
    if (type === 'Point' && Array.isArray(coordinates)) {
      values['lon'] = writeText(coordinates[0]);
      values['lat'] = writeText(coordinates[1]);
    } else if (feature?.geometry) values['geometry'] = JSON.stringify(feature.geometry);
    yield { line: index + 1, values, surplus: [] };
  }
}

async function readFeatures(file: string): Promise<(Feature | null)[]> {
  const text = await readFile(file, 'utf8');
  let parsed: { features?: unknown };
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, '')) as { features?: unknown };
  } catch (cause) {
    throw new ImportError(`${basename(file)} is not valid JSON, or is cut off.`, { cause });
  }
  if (!Array.isArray(parsed?.features))
    throw new ImportError(`${basename(file)} is not a GeoJSON FeatureCollection.`);
  return parsed.features as (Feature | null)[];
}
