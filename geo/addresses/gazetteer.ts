// The names an address can contain, indexed the ways people shorten them.

import { foldText } from './normalise-text.ts';

export type GazetteerName = {
  type: string | null;
  name: string;
  /** The former district of a ward; empty when it has none. */
  district?: string;
  /** No longer in force, yet still said. */
  former?: boolean;
  /** Known in the city, but on no map that is loaded. */
  unmapped?: boolean;
};

export type NameIndex = {
  byKey: Map<string, GazetteerName[]>;
  /** Keys by their last word, for names shortened to initials (`K. Hạ`). */
  byLastWord: Map<string, string[]>;
  /** Keys by all initials (`hbt` for Hai Bà Trưng). */
  byInitials: Map<string, string[]>;
};

export type Gazetteer = {
  /** The city that an address is in when it names none. */
  city: string | null;
  streets: NameIndex;
  wards: NameIndex;
  districts: NameIndex;
  complexes: NameIndex;
  /** Every word of every name, folded: such a word is no typing leftover. */
  words: Set<string>;
};

export type GazetteerNames = {
  city: string | null;
  streets: GazetteerName[];
  wards: GazetteerName[];
  districts: GazetteerName[];
  complexes: GazetteerName[];
};

/** The key of a name in a gazetteer: folded words with single spaces, no punctuation. */
export function nameKey(name: string): string {
  return foldText(name)
    .replaceAll("'", '')
    .replaceAll(/[^a-z0-9/]+/g, ' ')
    .trim();
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function indexNames(names: GazetteerName[]): NameIndex {
  const index: NameIndex = { byKey: new Map(), byLastWord: new Map(), byInitials: new Map() };
  for (const name of names) {
    const key = nameKey(name.name);
    if (key === '') continue;
    if (!index.byKey.has(key)) {
      const words = key.split(' ');
      append(index.byLastWord, words.at(-1) ?? '', key);
      if (words.length > 1)
        append(index.byInitials, words.map((word) => word.charAt(0)).join(''), key);
    }
    append(index.byKey, key, { ...name, name: name.name.normalize('NFC') });
  }
  return index;
}

export function buildGazetteer(names: GazetteerNames): Gazetteer {
  const [streets, wards, districts, complexes] = [
    indexNames(names.streets),
    indexNames(names.wards),
    indexNames(names.districts),
    indexNames(names.complexes),
  ];
  const words = new Set<string>();
  for (const index of [streets, wards, districts, complexes])
    for (const key of index.byKey.keys()) for (const word of key.split(' ')) words.add(word);
  return { city: names.city, streets, wards, districts, complexes, words };
}
