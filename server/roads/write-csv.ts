import { writeCsv } from '../csv.ts';
import type { AssumedWidths } from './schema.ts';

const columns = [
  'ward',
  'houses',
  'assumedAlleys',
  'assumedMeters',
  'alleyMeters',
  'assumedStreets',
  'assumedStreetMeters',
  'assumedLimits',
  'synthetic',
] as const;

export function writeAssumedWidthsCsv({ wards, synthetic }: AssumedWidths): string {
  return writeCsv(
    columns,
    wards.map((ward) => ({ ...ward, synthetic })),
  );
}
