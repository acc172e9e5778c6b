// Finds gazetteer names in a run of tokens, written out or shortened.

import { englishStreetTypes } from './address-words.ts';
import type { GazetteerName, NameIndex } from './gazetteer.ts';
import type { Token } from './token.ts';

export type NameMatch = {
  /** All names of the key, best spelling first. */
  names: GazetteerName[];
  key: string;
  length: number;
};

const longestName = 7;

/** Token runs from `at` that stay within one segment; a lone dash may stand inside a name. */
function runsFrom(
  tokens: Token[],
  at: number,
): { keys: string[]; texts: string[]; length: number }[] {
  const runs = [];
  const keys: string[] = [];
  const texts: string[] = [];
  for (let index = at; index < tokens.length && keys.length < longestName; index += 1) {
    const token = tokens[index];
    if (!token || (token.kind === 'break' && token.key !== '-')) break;
    if (token.kind === 'break') continue;
    keys.push(token.key.replaceAll('-', ' '));
    texts.push(token.text);
    runs.push({ keys: [...keys], texts: [...texts], length: index - at + 1 });
  }
  return runs.toReversed();
}

/** Names typed with diacritics come first when their spelling is the typed one. */
function orderBySpelling(names: GazetteerName[], typed: string): GazetteerName[] {
  const spelling = typed.toLowerCase();
  return names.toSorted(
    (one, other) =>
      Number(other.name.toLowerCase() === spelling) - Number(one.name.toLowerCase() === spelling),
  );
}

/** The longest name of the index that starts at token `at`, or null. */
export function matchName(index: NameIndex, tokens: Token[], at: number): NameMatch | null {
  for (const { keys, texts, length } of runsFrom(tokens, at)) {
    const last = keys.at(-1) ?? '';
    const long = englishStreetTypes.get(last);
    const options = [keys.join(' ')];
    if (long !== undefined) options.push([...keys.slice(0, -1), long].join(' '));
    for (const key of options) {
      const names = index.byKey.get(key);
      if (names) return { names: orderBySpelling(names, texts.join(' ')), key, length };
    }
  }
  return null;
}

function isShortened(token: Token): boolean {
  return token.kind === 'word' && (token.dotted || token.key.length <= 3);
}

/** What is loaded leaves no doubt to names that are only known. */
function mappedFirst(index: NameIndex, keys: string[], length: number): NameMatch[] {
  const matches = keys.map((key) => ({ names: index.byKey.get(key) ?? [], key, length }));
  const mapped = matches.filter(({ names }) => names.some(({ unmapped }) => !unmapped));
  return mapped.length > 0 ? mapped : matches;
}

/**
 * Names shortened at `at`: leading words cut to their first letters (`K. Hạ`, `ng trai`) or the
 * whole name to its initials (`hbt`). Several may fit; the caller keeps them all.
 */
export function matchShortened(index: NameIndex, tokens: Token[], at: number): NameMatch[] {
  const first = tokens[at];
  if (!first || first.kind !== 'word') return [];
  for (const { keys, length } of runsFrom(tokens, at)) {
    const run = tokens.slice(at, at + length);
    if (keys.length < 2 || !run.slice(0, -1).some(isShortened)) continue;
    const found = (index.byLastWord.get(keys.at(-1) ?? '') ?? []).filter((key) => {
      const words = key.split(' ');
      return (
        words.length === keys.length && keys.every((part, i) => (words[i] ?? '').startsWith(part))
      );
    });
    if (found.length > 0) return mappedFirst(index, found, length);
  }
  // Two letters are too often a word of their own (`lo`, `co`).
  if (first.key.length < 3 || first.key.length > 4) return [];
  return mappedFirst(index, index.byInitials.get(first.key) ?? [], 1);
}
