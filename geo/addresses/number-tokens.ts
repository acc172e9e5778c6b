// Numbers that are not written as one token: spoken ones, `29 trên 70`, `12 A`.

import { houseWords } from './address-words.ts';
import type { Gazetteer } from './gazetteer.ts';
import { readSpokenNumber } from './spoken-numbers.ts';
import { makeToken, type Token } from './token.ts';

const numberLeads = new Set([
  ...houseWords.map(({ words }) => words.at(-1) ?? ''),
  'ngo',
  'ngach',
  'hem',
  'kiet',
  'phong',
  'tang',
  'to',
  'cum',
  'tren',
]);
const slashWords = new Set(['tren', 'xuyet', 'xuyec', 'xet', 'sec', 'soet']);

/** Whether a street name of several words starts at `at` and reaches past the number words. */
function streetStartsAt(gazetteer: Gazetteer, tokens: Token[], at: number, end: number): boolean {
  return [4, 3, 2].some(
    (length) =>
      at + length > end &&
      gazetteer.streets.byKey.has(
        tokens
          .slice(at, at + length)
          .map(({ key }) => key)
          .join(' '),
      ),
  );
}

/** The number said at the start of `run`; a street such as Hai Bà Trưng behind it keeps its words. */
function spokenStart(
  run: Token[],
  gazetteer: Gazetteer,
): { number: string; length: number } | null {
  const texts = run.map(({ text }) => text);
  const longest = readSpokenNumber(texts);
  if (!longest) return null;
  for (let at = 0; at < longest.length; at += 1)
    if (streetStartsAt(gazetteer, run, at, longest.length))
      return at === 0 ? null : readSpokenNumber(texts.slice(0, at));
  return longest;
}

/** Turns spoken numbers behind a word that wants one into number tokens. */
export function readSpokenTokens(tokens: Token[], gazetteer: Gazetteer): Token[] {
  const result: Token[] = [];
  let index = 0;
  for (let token = tokens[0]; token; token = tokens[index]) {
    const wanted = token.kind === 'word' && numberLeads.has(result.at(-1)?.key ?? '');
    const wordsEnd = tokens.findIndex(({ kind }, at) => at > index && kind !== 'word');
    const run = tokens.slice(index, wordsEnd < 0 ? undefined : wordsEnd);
    const spoken = wanted ? spokenStart(run, gazetteer) : null;
    result.push(spoken ? makeToken(spoken.number, spoken.number, false) : token);
    index += spoken?.length ?? 1;
  }
  return result;
}

/** Joins `29 trên 70` to 29/70 and `12 A` to 12A. */
export function joinNumbers(tokens: Token[]): Token[] {
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const [token, next] = [tokens[index], tokens[index + 1]];
    const before = result.at(-1);
    if (!token) continue;
    const beforeIsNumber = before?.kind === 'number' || before?.kind === 'path';
    if (beforeIsNumber && slashWords.has(token.key) && next?.kind === 'number') {
      result[result.length - 1] = makeToken(
        `${before.text}/${next.text}`,
        `${before.key}/${next.key}`,
        false,
      );
      index += 1;
    } else if (
      before?.kind === 'number' &&
      /^[a-c]$/.test(token.key) &&
      !token.dotted &&
      /^\d+$/.test(before.key)
    )
      result[result.length - 1] = makeToken(
        before.text + token.text,
        before.key + token.key,
        false,
      );
    else result.push(token);
  }
  return result;
}
