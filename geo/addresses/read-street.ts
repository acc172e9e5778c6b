// Rules for the street, with or without its type word, and for names that may be anything.

import { alleyWords, englishStreetTypes, fillers, streetWords } from './address-words.ts';
import { matchName, matchShortened } from './match-names.ts';
import { readKnownUnit } from './read-admin-units.ts';
import { readFreeName } from './read-free-name.ts';
import { chooseNames, isNumeric, type NameChoice, phraseAt, type Scan, tokenAt } from './scan.ts';

/** `phố Huế`, `đường 19/5`, `đường số 5`, `ngõ Thổ Quan`. */
export function readTypedStreet(scan: Scan): boolean {
  if (scan.streets.length > 0) return false;
  const phrase = phraseAt(scan, streetWords) ?? phraseAt(scan, alleyWords);
  if (!phrase) return false;
  const { streets } = scan.gazetteer;
  const at = scan.at + phrase.words.length;
  const short = phrase.words.join('').length <= 2;
  const match = matchName(streets, scan.tokens, at);
  // `Đường Thành` is a name of its own; `ng trai` is a shortened one.
  const own = matchName(streets, scan.tokens, scan.at);
  if (own && own.length > (match ? match.length + phrase.words.length : 0)) return false;
  if (!match && short && matchShortened(streets, scan.tokens, scan.at).length > 0) return false;
  if (match) {
    scan.streets = chooseNames(match.names.slice(0, 1), 0.95).map(({ name, confidence }) => ({
      type: phrase.code,
      name,
      confidence,
    }));
    scan.at = at + match.length;
    return true;
  }
  const numbered = readNumberedStreet(scan, at);
  const free = numbered ?? (short && !tokenAt(scan)?.dotted ? null : readFreeName(scan, at));
  if (!free) return false;
  scan.streets = [{ type: phrase.code, name: free.name, confidence: 0.75 }];
  scan.at = at + free.length;
  return true;
}

function readNumberedStreet(scan: Scan, at: number): { name: string; length: number } | null {
  const [first, second] = [scan.tokens[at], scan.tokens[at + 1]];
  if (isNumeric(first)) return { name: first.text, length: 1 };
  if (first?.key === 'so' && isNumeric(second))
    return { name: `${first.text} ${second.text}`, length: 2 };
  return null;
}

/** A name without a type: the street first, then district and ward, both kept when both fit. */
export function readUntypedName(scan: Scan): boolean {
  if (tokenAt(scan)?.kind !== 'word') return false;
  const expectsStreet =
    scan.streets.length === 0 &&
    !scan.complex &&
    !scan.building &&
    scan.settlement.length === 0 &&
    scan.wards.length === 0;
  return (
    (expectsStreet && readKnownStreet(scan)) ||
    readKnownUnit(scan, expectsStreet) ||
    skipFiller(scan) ||
    (expectsStreet && readUnknownStreet(scan))
  );
}

/** `Ngọc H…` while a street Ngọc exists too: the words behind a known name may belong to a longer one. */
function longerName(scan: Scan, length: number): NameChoice[] {
  const free = readFreeName(scan, scan.at);
  if (!free || free.name.split(' ').length <= length) return [];
  return [{ type: null, name: free.name, confidence: 0.6 }];
}

function readKnownStreet(scan: Scan): boolean {
  const match = matchName(scan.gazetteer.streets, scan.tokens, scan.at);
  if (match) {
    const name = match.names[0]?.name ?? match.key;
    scan.streets = [{ type: null, name, confidence: 0.95 }, ...longerName(scan, match.length)];
    scan.at += match.length;
    return true;
  }
  const shortened = matchShortened(scan.gazetteer.streets, scan.tokens, scan.at);
  const length = shortened[0]?.length;
  if (length === undefined) return false;
  scan.streets = shortened.slice(0, 4).map(({ names, key }) => ({
    type: null,
    name: names[0]?.name ?? key,
    confidence: 0.85 / Math.sqrt(shortened.length),
  }));
  scan.at += length;
  return true;
}

function skipFiller(scan: Scan): boolean {
  if (!fillers.has(tokenAt(scan)?.key ?? '')) return false;
  scan.at += 1;
  return true;
}

function readUnknownStreet(scan: Scan): boolean {
  const free = readFreeName(scan, scan.at);
  if (!free) return false;
  const words = free.name.split(' ');
  const long = englishStreetTypes.get(words.at(-1)?.toLowerCase().replace('.', '') ?? '');
  if (long !== undefined && words.length > 1) words.splice(-1, 1, long);
  scan.streets = [{ type: null, name: words.join(' '), confidence: 0.8 }];
  scan.at += free.length;
  return true;
}
