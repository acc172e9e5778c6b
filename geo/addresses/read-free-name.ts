// Names that no gazetteer holds: where they end, and where the city's name stands.

import {
  alleyWords,
  buildingWords,
  cityWords,
  complexWords,
  districtWords,
  englishStreetTypes,
  fillers,
  houseWords,
  streetWords,
  wardWords,
} from './address-words.ts';
import { type Gazetteer, nameKey } from './gazetteer.ts';
import { matchName } from './match-names.ts';
import { isNumeric, phraseAt, type Scan } from './scan.ts';

const englishEndings = new Set([...englishStreetTypes].flat());

const spokenAlone = [
  wardWords,
  districtWords,
  streetWords,
  cityWords,
  alleyWords,
  complexWords,
].map((list) => list.filter(({ words }) => words.join('').length > 2));

function startsPart(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  if (!token || token.kind !== 'word') return true;
  if (spokenAlone.some((list) => phraseAt(scan, list, at))) return true;
  const next = scan.tokens[at + 1];
  if (
    token.dotted &&
    [wardWords, districtWords, cityWords].some((list) => phraseAt(scan, list, at))
  )
    return true;
  return (
    isNumeric(next) &&
    [houseWords, buildingWords, alleyWords].some((list) => phraseAt(scan, list, at))
  );
}

/** Words up to the next break, number or announcing word; a known ward or district behind them stays out. */
export function readFreeName(scan: Scan, at: number): { name: string; length: number } | null {
  let end = at;
  while (
    end < scan.tokens.length &&
    (end === at ? scan.tokens[at]?.kind === 'word' : !startsPart(scan, end))
  ) {
    if (end > at && (endsInAdminName(scan, end) || cityLength(scan, end) > 0)) break;
    end += 1;
    // "Sutter St" ends an English street, whatever follows.
    const last = scan.tokens[end - 1]?.key ?? '';
    if (end > at + 1 && englishEndings.has(last)) break;
  }
  const words = scan.tokens.slice(at, end);
  const length = words.length;
  while (words.length > 1 && fillers.has(words.at(-1)?.key ?? '')) words.pop();
  if (words.length === 0) return null;
  return { name: words.map(({ text }) => text).join(' '), length };
}

/** Whether a ward or district name fills the rest of this segment. */
function endsInAdminName(scan: Scan, at: number): boolean {
  const { wards, districts } = scan.gazetteer;
  return [districts, wards].some((index) => {
    const match = matchName(index, scan.tokens, at);
    if (!match) return false;
    const after = at + match.length;
    return (
      scan.tokens[after] === undefined || startsPart(scan, after) || cityLength(scan, after) > 0
    );
  });
}

function cityNames(gazetteer: Gazetteer): string[][] {
  if (gazetteer.city === null) return [];
  const words = nameKey(gazetteer.city).split(' ');
  return [words, [words.join('')], [words.map((word) => word.charAt(0)).join('')]].filter(
    (names) => names.join('').length > 1,
  );
}

/** How many tokens at `at` name the city, with or without `TP`; 0 when they do not. */
export function cityLength(scan: Scan, at: number): number {
  const lead = phraseAt(scan, cityWords, at)?.words.length ?? 0;
  for (const words of cityNames(scan.gazetteer))
    if (words.every((word, offset) => scan.tokens[at + lead + offset]?.key === word))
      return lead + words.length;
  return 0;
}
