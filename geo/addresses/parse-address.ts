// From what people type or say to the ways it can be read, best first.
// One pass cuts the text into parts; wherever a part can mean several things, all are kept.

import type { AddressReading, NamedPart } from './address-reading.ts';
import { type NumberReading, readNumbers } from './alley-readings.ts';
import { type Gazetteer, nameKey } from './gazetteer.ts';
import { readCity, readDistrict, readWard } from './read-admin-units.ts';
import {
  readAlley,
  readBreak,
  readDwelling,
  readHouse,
  readRelation,
  readSettlement,
} from './read-parts.ts';
import { readTypedStreet, readUntypedName } from './read-street.ts';
import { type NameChoice, type Scan, startScan } from './scan.ts';
import { tokenise } from './tokens.ts';

const rules = [
  readBreak,
  readRelation,
  readCity,
  readDwelling,
  readSettlement,
  readHouse,
  readAlley,
  readWard,
  readDistrict,
  readTypedStreet,
  readUntypedName,
];

const mostReadings = 8;

function scanText(text: string, gazetteer: Gazetteer): Scan {
  const scan = startScan(tokenise(text, gazetteer), gazetteer);
  while (scan.at < scan.tokens.length) {
    if (rules.some((rule) => rule(scan))) continue;
    scan.at += 1;
    scan.unread += 1;
  }
  return scan;
}

type Units = { ward: NameChoice | null; district: NameChoice | null; weight: number };

/** The former district of a ward that only ever lay in one. */
function inferDistrict({ gazetteer }: Scan, ward: NameChoice): NameChoice | null {
  const sameName = (gazetteer.wards.byKey.get(nameKey(ward.name)) ?? []).filter(
    ({ type }) => type === ward.type,
  );
  const district = sameName[0]?.district;
  const known = sameName.length === 1 && sameName[0]?.former === true && district;
  const name = known ? gazetteer.districts.byKey.get(nameKey(district))?.[0] : undefined;
  return name ? { ...name, confidence: 1 } : null;
}

/** Wards of the stated district first, then those in force. */
function chooseWard(wards: NameChoice[], district: NameChoice | null): NameChoice | null {
  const inDistrict = wards.find((ward) => district && ward.district === district.name);
  return inDistrict ?? wards.find(({ former }) => !former) ?? wards[0] ?? null;
}

function readUnits(scan: Scan): Units[] {
  const either = scan.wards.filter(({ insteadOfDistrict }) => insteadOfDistrict);
  const stated = scan.wards.filter(({ insteadOfDistrict }) => !insteadOfDistrict);
  const readings: Units[] = [];
  for (const district of scan.districts.length > 0 ? scan.districts : [null]) {
    const ward = chooseWard(stated, district);
    const inferred = district ?? (ward && inferDistrict(scan, ward));
    const weight = (district?.confidence ?? 1) * (ward?.confidence ?? 1);
    readings.push({ ward, district: inferred, weight });
  }
  const instead = chooseWard(either, null);
  if (instead && stated.length === 0)
    readings.push({ ward: instead, district: null, weight: instead.confidence });
  return readings;
}

function namePart(choice: NameChoice | null): NamedPart | null {
  return choice && { type: choice.type, name: choice.name };
}

function readRelative(scan: Scan, house: string | null): AddressReading['relative_to'] {
  if (!scan.relation) return undefined;
  const { relation, from, to } = scan.relation;
  const name = scan.tokens
    .slice(from, to < 0 ? undefined : to)
    .filter(({ kind }) => kind !== 'break')
    .map(({ text }) => text)
    .join(' ');
  return { relation, name, ...(house === null ? {} : { house_number: house }) };
}

type Parts = { numbers: NumberReading; street: NameChoice | null; units: Units };

function composeReading(scan: Scan, { numbers, street, units }: Parts): AddressReading {
  const relative = readRelative(scan, numbers.house);
  const understood = street ?? scan.complex ?? scan.building ?? scan.settlement[0] ?? null;
  const noise = Math.max(0.6, 1 - 0.08 * scan.unread);
  const base = street?.confidence ?? (understood === null ? 0.5 : 0.85);
  return {
    house_number: relative ? null : numbers.house,
    alley_path: numbers.path,
    street: namePart(street),
    ward: namePart(units.ward),
    district: namePart(units.district),
    city: scan.city ?? scan.gazetteer.city,
    ...(scan.complex ? { complex: scan.complex } : {}),
    ...(scan.building === null ? {} : { building: scan.building }),
    ...(scan.floor === null ? {} : { floor: scan.floor }),
    ...(scan.unit ? { unit: scan.unit } : {}),
    ...(scan.settlement.length > 0 ? { settlement: scan.settlement } : {}),
    ...(relative ? { relative_to: relative } : {}),
    confidence: Number((base * numbers.weight * units.weight * noise).toFixed(3)),
  };
}

/** Every way to read `text`, best first, at most eight. Empty only when the text holds no word or number. */
export function parseAddress(text: string, gazetteer: Gazetteer): AddressReading[] {
  const scan = scanText(text, gazetteer);
  if (scan.tokens.every(({ kind }) => kind === 'break')) return [];
  const readings: AddressReading[] = [];
  for (const numbers of readNumbers(scan))
    for (const street of scan.streets.length > 0 ? scan.streets : [null])
      for (const units of readUnits(scan))
        readings.push(composeReading(scan, { numbers, street, units }));
  return readings
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, mostReadings);
}
