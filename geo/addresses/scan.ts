// The state of one left-to-right pass over the tokens of an address, and how a pass moves.

import type { AddressReading, NamedPart } from './address-reading.ts';
import type { Phrase } from './address-words.ts';
import type { Gazetteer, GazetteerName } from './gazetteer.ts';
import type { Token } from './token.ts';

export type AlleyMention = { type: string; numbers: string[] };

/** A name with the other names it may stand for, likeliest first, each with its confidence. */
export type NameChoice = NamedPart & {
  district?: string;
  former?: boolean;
  /** The same words may name the district instead (Hoàn Kiếm was a district and is a ward). */
  insteadOfDistrict?: boolean;
  confidence: number;
};

export type Scan = {
  tokens: Token[];
  gazetteer: Gazetteer;
  at: number;
  afterBreak: boolean;
  house: string | null;
  /** A slash path without an alley word: `37/29/70`. */
  barePath: string[] | null;
  alleys: AlleyMention[];
  /** Readings of the street name, likeliest first. */
  streets: NameChoice[];
  wards: NameChoice[];
  districts: NameChoice[];
  city: string | null;
  complex: NamedPart | null;
  building: string | null;
  floor: string | null;
  unit: AddressReading['unit'] | null;
  settlement: NamedPart[];
  relation: { relation: string; from: number; to: number } | null;
  /** Words that no rule understood. */
  unread: number;
};

export function startScan(tokens: Token[], gazetteer: Gazetteer): Scan {
  return {
    tokens,
    gazetteer,
    at: 0,
    afterBreak: false,
    house: null,
    barePath: null,
    alleys: [],
    streets: [],
    wards: [],
    districts: [],
    city: null,
    complex: null,
    building: null,
    floor: null,
    unit: null,
    settlement: [],
    relation: null,
    unread: 0,
  };
}

export function tokenAt(scan: Scan, offset = 0): Token | undefined {
  return scan.tokens[scan.at + offset];
}

export function isNumeric(token: Token | undefined): token is Token & { kind: 'number' | 'path' } {
  return token?.kind === 'number' || token?.kind === 'path';
}

/** The phrase that stands at the scan's position, longest first. */
export function phraseAt(scan: Scan, phrases: Phrase[], at = scan.at): Phrase | null {
  return (
    phrases.find(({ words }) =>
      words.every((word, offset) => {
        const token = scan.tokens[at + offset];
        return token?.kind === 'word' && token.key === word;
      }),
    ) ?? null
  );
}

export function chooseNames(
  names: GazetteerName[],
  confidence: number,
  typedType: string | null = null,
): NameChoice[] {
  const fitting = typedType === null ? names : names.filter(({ type }) => type === typedType);
  const chosen = fitting.length > 0 ? fitting : names;
  return chosen.map((name) => ({ ...name, confidence }));
}
