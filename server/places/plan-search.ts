// What to look up for the readings of a text: pure, so that the search itself only runs queries.

import type { AddressReading } from '../../geo/addresses/address-reading.ts';
import { foldText } from '../../geo/addresses/normalise-text.ts';

export type WantedNumber = { text: string; value: number | null };

export type Wanted = {
  /** The folded street name; null when the text names none (yet). */
  streetKey: string | null;
  /** The type that was said with it: a Phố Huế is hardly meant by `ngõ Huế`. */
  streetType: string | null;
  /** The street name is the last thing typed, so it may be unfinished. */
  unfinished: boolean;
  /** Top-down path of the alley, as 29/70; empty for a house on the street itself. */
  pathKey: string;
  house: WantedNumber | null;
  /** The text names a thing beside the target, so that thing is only near. */
  relative: boolean;
  confidence: number;
};

/** House numbers compare in lower case; the number in front decides side and order. */
export function readHouseNumber(text: string): WantedNumber {
  const digits = /^\d{1,9}/.exec(text)?.[0];
  return { text: text.toLowerCase(), value: digits === undefined ? null : Number(digits) };
}

function planReading(reading: AddressReading, typedKey: string): Wanted {
  const streetKey = reading.street && foldText(reading.street.name);
  const house = reading.house_number ?? reading.relative_to?.house_number;
  return {
    streetKey,
    streetType: reading.street?.type ?? null,
    unfinished: streetKey !== null && typedKey.endsWith(streetKey.split(' ').at(-1) ?? ''),
    pathKey: reading.alley_path.map(({ number }) => number).join('/'),
    house: house === undefined ? null : readHouseNumber(house),
    relative: reading.relative_to !== undefined,
    confidence: reading.confidence,
  };
}

/** One wish per reading, best first. */
export function planSearch(q: string, readings: AddressReading[]): Wanted[] {
  const typedKey = foldText(q);
  return readings.map((reading) => planReading(reading, typedKey));
}

/** The path itself, then the wider alleys it leads through: 43/98/31, 43/98, 43. */
export function pathAndParents(pathKey: string): string[] {
  if (pathKey === '') return [];
  const steps = pathKey.split('/');
  return steps.map((_, index) => steps.slice(0, steps.length - index).join('/'));
}

/** What to look for among landmarks and building names: the text, and the name inside it. */
export function landmarkKeys(q: string, readings: AddressReading[]): string[] {
  const [first] = readings;
  const names = [
    q,
    first?.street?.name,
    first?.complex?.name,
    first?.relative_to?.name,
    first?.building && first.complex ? `${first.building} ${first.complex.name}` : first?.building,
  ];
  // Characters that mean something to LIKE never stand in a name.
  const keys = names.map((name) =>
    foldText(name ?? '')
      .replaceAll(/[%_\\]/g, ' ')
      .trim(),
  );
  return [...new Set(keys)].filter((key) => key.length >= 3);
}

const typeWords: Record<string, string> = {
  ngo: 'ngõ',
  ngach: 'ngách',
  hem: 'hẻm',
  kiet: 'kiệt',
  duong: 'đường',
  pho: 'phố',
  doc: 'dốc',
  'dai-lo': 'đại lộ',
  'quoc-lo': 'quốc lộ',
  'tinh-lo': 'tỉnh lộ',
  phuong: 'phường',
  xa: 'xã',
  thi_tran: 'thị trấn',
  quan: 'quận',
  huyen: 'huyện',
  thi_xa: 'thị xã',
  khu_tap_the: 'khu tập thể',
  khu_do_thi: 'khu đô thị',
  chung_cu: 'chung cư',
};

function namePart(part: { type: string | null; name: string } | null | undefined): string | null {
  if (!part) return null;
  return part.type === null ? part.name : `${typeWords[part.type] ?? part.type} ${part.name}`;
}

/** A reading in words: `số 37, ngách 29/70, phố Khương Hạ, quận Thanh Xuân`. */
export function describeReading(reading: AddressReading): string | null {
  const inner = reading.alley_path.at(-1);
  const path = reading.alley_path.map(({ number }) => number).join('/');
  const parts = [
    reading.unit && `phòng ${reading.unit.number}`,
    reading.building && `nhà ${reading.building}`,
    namePart(reading.complex),
    reading.house_number && `số ${reading.house_number}`,
    inner && `${typeWords[inner.type] ?? inner.type} ${path}`,
    namePart(reading.street),
    namePart(reading.ward),
    namePart(reading.district),
  ];
  const said = parts.filter((part): part is string => typeof part === 'string' && part !== '');
  return said.length === 0 ? null : said.join(', ');
}
