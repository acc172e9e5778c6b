import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { NeedRules } from './need.ts';

type Row = Record<string, string>;

function readCodes(name: string): Row[] {
  const text = readFileSync(new URL(`../../sql/codes/${name}.csv`, import.meta.url), 'utf8');
  return parse(text, { columns: true }) as Row[];
}

const numberOrNull = (text: string): number | null => (text === '' ? null : Number(text));

/** The shipped rules, for tests of the formulas that need no database. */
export function shippedRules(): NeedRules {
  return {
    groups: new Map(readCodes('building_uses').map((row) => [row['use']!, row['fire_group']!])),
    rows: readCodes('water_needs').map((row) => ({
      fireGroup: row['fire_group']!,
      floorsMax: numberOrNull(row['floors_max']!),
      volumeMaxM3: numberOrNull(row['volume_max_m3']!),
      litersPerSecond: Number(row['lps']),
      mark: row['mark'] as 'sourced' | 'assumed',
      sourceVi: row['source_vi']!,
      sourceEn: row['source_en']!,
    })),
  };
}
