// How well a found row answers what was asked: pure scores between 0 and 1.

import { alleyRanks } from '../../geo/addresses/address-words.ts';
import type { Wanted, WantedNumber } from './plan-search.ts';
import type { AddressRow, NamedRow, StreetRow } from './queries.ts';
import type { PlaceResult } from './schema.ts';

export type Candidate = Omit<PlaceResult, 'context' | 'hint'> & {
  buildingId: number | null;
  /** The number that the map gives the house, when it was found by that and not by the corrected one. */
  formerNumber: string | null;
  /** The other name of its street or alley, when it was found by that. */
  otherName: OtherName | null;
};

export type OtherName = { code: 'other-name' | 'old-name'; name: string };
type Row = { lon: number | null; lat: number | null; source: string };

/** A city is imported from OpenStreetMap; registers keep their own names. */
export function nameSource(source: string): string {
  return source === 'city' ? 'osm' : source;
}

/** A candidate, or nothing for a row without a place on the map. */
export function makeCandidate(
  kind: Candidate['kind'],
  row: Row & { id: number; building_id?: number | null; former_number?: string | null },
  label: string,
  {
    match,
    confidence,
    otherName = null,
  }: Pick<Candidate, 'match' | 'confidence'> & { otherName?: OtherName | null },
): Candidate[] {
  const { id, lon, lat } = row;
  const source = nameSource(row.source);
  if (lon === null || lat === null) return [];
  const rounded = Number(Math.min(1, confidence).toFixed(3));
  const buildingId = row.building_id ?? null;
  const formerNumber = row.former_number ?? null;
  const place = { id: `${kind}:${id}`, kind, label, lon, lat, match, source };
  return [{ ...place, confidence: rounded, buildingId, formerNumber, otherName }];
}

function isAlleyType(type: string | null): boolean {
  return type !== null && alleyRanks.has(type);
}

/** 1 for the very name, less for one that only begins so, least for a slip of the finger. */
export function scoreStreet(wanted: Wanted, street: Pick<StreetRow, 'type' | 'name_key'>): number {
  if (wanted.streetKey === null) return 0;
  const types = [wanted.streetType, street.type];
  const otherType = !types.includes(null) && types[0] !== types[1];
  // "Phố" and "đường" are mixed up every day, an alley and a street are not.
  const typeWeight = otherType ? (types.some(isAlleyType) ? 0.75 : 0.97) : 1;
  if (street.name_key === wanted.streetKey) return typeWeight;
  const begins = wanted.unfinished && street.name_key.startsWith(wanted.streetKey);
  return typeWeight * (begins ? 0.85 : 0.6);
}

/** `102-104` is one house with both numbers and those between them on its side. */
function rangeHolds(houseNumber: string, wanted: WantedNumber): boolean {
  const range = /^(\d+)[a-z]?\s*[-+]\s*(\d+)[a-z]?$/i.exec(houseNumber);
  if (!range || wanted.value === null || String(wanted.value) !== wanted.text) return false;
  const [from, to] = [Number(range[1]), Number(range[2])];
  return wanted.value >= from && wanted.value <= to && (wanted.value - from) % 2 === 0;
}

/** Whether a row is the wanted number (1) or how near it is (below 0.6). `301;305` is one house with both. */
export function scoreNumber(wanted: WantedNumber, row: AddressRow): number {
  const text = row.house_number.toLowerCase().replaceAll(' ', '');
  if (text.split(/[;,]/).some((part) => part === wanted.text || rangeHolds(part, wanted))) return 1;
  if (wanted.value === null || row.number_value === null) return 0.3;
  // 12A beside 12 is nearer than 14 is.
  const steps = Math.abs(row.number_value - wanted.value) / 2;
  return 0.6 / (1 + steps / 10);
}

export function scoreNamed({ name_key: name, key, likeness }: NamedRow): number {
  if (name === key) return 0.95;
  if (name.startsWith(key)) return 0.65;
  return name.includes(key) ? 0.6 : 0.6 * likeness;
}

const metersPerDegree = 111_320;

export type Near = { lon: number; lat: number };

/** Metres on the local plane: enough to order places of one city. */
export function metersBetween(one: Near, other: Near): number {
  const x = (one.lon - other.lon) * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(x, one.lat - other.lat) * metersPerDegree;
}

// One thing is often mapped twice, as a building and as a point in it.
const twinMeters = 100;

function isTwin(one: Candidate, other: Candidate): boolean {
  // Each shop in a house may carry the address of the house.
  if (one.kind === 'address' && one.buildingId !== null)
    return one.buildingId === other.buildingId && one.label === other.label;
  const named = [one.kind, other.kind].every((kind) => kind === 'landmark' || kind === 'building');
  return named && one.label === other.label && metersBetween(one, other) <= twinMeters;
}

/** Best first, each place once; equally good ones by distance from `near`, then by label. */
export function rankCandidates(candidates: Candidate[], near: Near | null): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.id);
    if (!known || known.confidence < candidate.confidence) best.set(candidate.id, candidate);
  }
  const distance = (place: Near): number => (near ? metersBetween(place, near) : 0);
  const ranked = [...best.values()].toSorted(
    (one, other) =>
      other.confidence - one.confidence ||
      distance(one) - distance(other) ||
      one.label.localeCompare(other.label, 'vi', { numeric: true }),
  );
  return ranked.filter((one, index) => !ranked.slice(0, index).some((other) => isTwin(one, other)));
}
