// Reads names of ways as OpenStreetMap and the registers write them:
// `Ngách 2 Ngõ 158 Phố Ngọc Hà`, `Hẻm 43/98/31`, `Ngõ Thổ Quan`, `Phố Huế`, `Market Street`.

import { foldText, tidyText } from './normalise-text.ts';

export type AlleyType = 'ngo' | 'ngach' | 'hem' | 'kiet';

/** `type` is a code such as `pho`; null when the text gives none. */
export type StreetName = { type: string | null; name: string };

/** `path` is top-down, as `['158', '2']`; empty for an alley that has neither number nor name of its own. */
export type AlleyName = {
  type: AlleyType;
  level: number;
  path: string[];
  street: StreetName | null;
};

const alleyLevels: Record<AlleyType, number> = { ngo: 1, kiet: 1, ngach: 2, hem: 3 };

const typeWords: Record<string, string> = {
  'dai lo': 'dai-lo',
  'quoc lo': 'quoc-lo',
  'tinh lo': 'tinh-lo',
  duong: 'duong',
  pho: 'pho',
  doc: 'doc',
  ngo: 'ngo',
  ngach: 'ngach',
  hem: 'hem',
  kiet: 'kiet',
};

/** How each type code is written before a name. */
export const typeLabels: Record<string, string> = {
  'dai-lo': 'đại lộ',
  'quoc-lo': 'quốc lộ',
  'tinh-lo': 'tỉnh lộ',
  duong: 'đường',
  pho: 'phố',
  doc: 'dốc',
  ngo: 'ngõ',
  ngach: 'ngách',
  hem: 'hẻm',
  kiet: 'kiệt',
};

// One level of an alley path: 12, 25B, K14, 44-46, 8+10, 1A2.
const alleyNumber =
  /^(?:số )?([a-z]?\d+[a-z]?\d*(?:[-+]\d+[a-z]?)*(?:\/[a-z]?\d+[a-z]?(?:[-+]\d+[a-z]?)*)*)(?=$|[\s,;)(-])/iu;
const separators = /^[\s,;()-]+/u;
const vietnameseLetter = /đ|\p{Mn}/iu;
const foreignWayWord =
  /\b(street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|place|court|alley|boulevard|blvd|square|terrace)\.?$/i;

function isAlleyType(type: string | null): type is AlleyType {
  return type !== null && type in alleyLevels;
}

/** Whether a street of this type is a named alley, such as `Ngõ Thổ Quan`. */
export function isAlleyTypeCode(type: string | null): boolean {
  return isAlleyType(type);
}

/** Takes a leading type word off; `Ngo Street` keeps its word, being another language, and `Ngô Quyền` its surname. */
function takeType(text: string): { type: string | null; rest: string } {
  const words = text.split(' ');
  for (const count of [2, 1]) {
    const written = words.slice(0, count).join(' ').toLowerCase();
    const type = typeWords[foldText(written)];
    const rest = words.slice(count).join(' ').replace(separators, '');
    if (type !== undefined && rest !== '' && meansType(type, written, rest)) return { type, rest };
  }
  return { type: null, rest: text };
}

// Surnames fold to type words: `Ngô Quyền`, `Dương Đình Nghệ`, `Phó Đức Chính`, `Đốc Ngữ`.
function meansType(type: string, written: string, rest: string): boolean {
  if (written === typeLabels[type]) return true;
  const isNumbered = isAlleyType(type) && alleyNumber.test(rest);
  if (isNumbered) return true;
  const isPlain = written === foldText(written);
  if (!isPlain || foreignWayWord.test(rest)) return false;
  return type !== 'ngo' || vietnameseLetter.test(rest.normalize('NFD'));
}

/** `Phố Huế` → `{ type: 'pho', name: 'Huế' }`; a name without a type word keeps all its words. */
export function parseStreetName(text: string): StreetName {
  const { type, rest } = takeType(tidyText(text));
  return { type, name: rest };
}

type Step = { type: AlleyType; numbers: string[] };

// An inner text may repeat what the outer one says: `ngách 34/56 ngõ 34` is 34/56.
function joinPath(outer: string[], inner: string[]): string[] {
  const repeats = outer.every((number, index) => inner[index] === number);
  return repeats && inner.length > outer.length ? inner : [...outer, ...inner];
}

function readSteps(text: string): { steps: Step[]; rest: string } {
  const steps: Step[] = [];
  let rest = text;
  for (;;) {
    // A space may be missing: `ngõ165`.
    const spaced = rest.replace(/^(\p{L}{2,5})(?=\d)/u, '$1 ');
    const taken = takeType(spaced);
    if (!isAlleyType(taken.type)) return { steps, rest };
    const number = alleyNumber.exec(taken.rest)?.[0];
    if (number === undefined) return { steps, rest };
    steps.push({
      type: taken.type,
      numbers: number.replace(/^số /iu, '').toUpperCase().split('/'),
    });
    rest = taken.rest.slice(number.length).replace(separators, '').replace(/\)$/u, '');
  }
}

/**
 * Reads an alley that has a number, with its street when the text names one; null for anything else.
 * A named alley (`Ngõ Thổ Quan`) acts as a street, so it is null here and `parseStreetName` reads it.
 */
export function parseAlleyName(text: string): AlleyName | null {
  const tidy = tidyText(text);
  const { steps, rest } = readSteps(tidy);
  if (steps.length === 0) return parseBareAlley(tidy);
  const levels = steps.map((step) => alleyLevels[step.type]);
  const topDown = steps.length > 1 && (levels[0] ?? 0) < (levels.at(-1) ?? 0);
  const outerFirst = topDown ? steps : steps.toReversed();
  const path = outerFirst.reduce<string[]>((outer, step) => joinPath(outer, step.numbers), []);
  const innermost = outerFirst.at(-1);
  const type = innermost?.type ?? 'ngo';
  return {
    type,
    level: Math.max(alleyLevels[type], path.length),
    path,
    street: rest === '' ? null : parseStreetName(rest),
  };
}

// `Ngách Ngõ Chợ Khâm Thiên`: an alley off a named one, without a number of its own.
function parseBareAlley(tidy: string): AlleyName | null {
  const outer = takeType(tidy);
  if (!isAlleyType(outer.type)) return null;
  const street = takeType(outer.rest);
  if (!isAlleyType(street.type) || alleyLevels[street.type] >= alleyLevels[outer.type]) return null;
  return {
    type: outer.type,
    level: alleyLevels[outer.type],
    path: [],
    street: { type: street.type, name: street.rest },
  };
}

/** In reading order, beginning in lower case: `ngách 29/70 phố Khương Hạ`. */
export function labelAlley(alley: AlleyName): string {
  const own = [typeLabels[alley.type] ?? alley.type, alley.path.join('/')]
    .filter(Boolean)
    .join(' ');
  return alley.street === null ? own : `${own} ${labelStreet(alley.street)}`;
}

/** `phố Huế`, or the bare name when the street has no type. */
export function labelStreet({ type, name }: StreetName): string {
  return type === null ? name : `${typeLabels[type] ?? type} ${name}`;
}
