// Traffic in the form of OSRM's segment speed files: a line `from,to,km/h` per stretch and direction.

import { parse } from 'csv-parse/sync';
import { RequestError } from '../errors.ts';
import { maxSegments, segmentSpeed, type SegmentSpeed } from './schema.ts';

/** A fourth column, the rate, means nothing here. Throws with the line that is wrong. */
export function readSpeedLines(text: string): SegmentSpeed[] {
  const rows = parseLines(text);
  if (rows.length === 0) throw badLine('holds no line; write from,to,km/h');
  if (rows.length > maxSegments)
    throw badLine(`holds more than ${maxSegments} lines; send several`);
  return rows.map((row, index) => {
    const [from, to, kmh] = row.map((cell) => (cell === '' ? Number.NaN : Number(cell)));
    const { data, error } = segmentSpeed.safeParse({ from, to, kmh });
    if (data && row.length <= 4) return data;
    const issue = error?.issues[0];
    const why = issue ? `${issue.path.join('.')}: ${issue.message}` : 'has more than four columns';
    throw badLine(`line ${index + 1} (${row.join(',').slice(0, 60)}): ${why}; write from,to,km/h`);
  });
}

function parseLines(text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw badLine(error instanceof Error ? error.message : String(error));
  }
}

function badLine(why: string): RequestError {
  return new RequestError(400, 'invalid-input', `body: ${why}`);
}
