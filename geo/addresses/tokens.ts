// Cuts a typed or spoken text into tokens: words, numbers, slash paths and breaks.

import type { Gazetteer } from './gazetteer.ts';
import { foldText, tidyText } from './normalise-text.ts';
import { joinNumbers, readSpokenTokens } from './number-tokens.ts';
import { makeToken, type Token } from './token.ts';
import { decodeTelex, decodeVni, looksLikeVni } from './typing-leftovers.ts';

// A keyword written together with its number: `ngõ165`, `P305`, `sn12`, `K43/12`.
const gluedPattern =
  /^(ngo|ngach|ngh|ng|hem|kiet|so|sn|nha|phong|tang|to|tdp|cum|p|q|quan|phuong|k(?=\d+\/))(\d.*)$/;

function splitChunk(chunk: string, vni: boolean, known: Set<string>): Token[] {
  const tokens: Token[] = [];
  const parts = chunk.split(/(?<=\p{L})\.(?=.)|\.$/u).filter((part) => part !== '');
  for (const [index, part] of parts.entries()) {
    const dotted = index < parts.length - 1 || (chunk.endsWith('.') && index === parts.length - 1);
    const key = foldText(part).replaceAll("'", '');
    const decoded = (vni ? decodeVni(key) : null) ?? (known.has(key) ? null : decodeTelex(key));
    const glued = decoded === null ? gluedPattern.exec(key) : null;
    if (decoded !== null) tokens.push(makeToken(decoded, decoded, dotted));
    else if (glued?.[1] !== undefined && glued[2] !== undefined)
      tokens.push(
        makeToken(part.slice(0, glued[1].length), glued[1], true),
        makeToken(part.slice(glued[1].length), glued[2], dotted),
      );
    else tokens.push(makeToken(part, key, dotted));
  }
  return tokens;
}

/** Tokens of a text in any Unicode form, with typing leftovers and spoken numbers resolved. */
export function tokenise(text: string, gazetteer: Gazetteer): Token[] {
  const chunks =
    tidyText(text)
      .replaceAll(/(\d[a-zA-Z]?)\s*\/\s*(?=\d)/g, '$1/')
      .replaceAll(/["“”:#]|(?<!\p{L})'|'(?!\p{L})/gu, ' ')
      .match(/[,;()|\n]|[^\s,;()|]+/gu) ?? [];
  const vni = looksLikeVni(chunks.map((chunk) => foldText(chunk)));
  const tokens = chunks.flatMap((chunk): Token[] =>
    /^[,;()|\n]$|^-+$/.test(chunk)
      ? [{ text: chunk, key: chunk, kind: 'break', dotted: false }]
      : splitChunk(chunk, vni, gazetteer.words),
  );
  return joinNumbers(readSpokenTokens(tokens, gazetteer));
}
