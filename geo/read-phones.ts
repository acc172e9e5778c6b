// Phone numbers as people write them into one cell: several, with extensions, with or without the code of the country.

/**
 * A part of the text as written; `tel` is what a phone dials for it (RFC 3966), null where that is not sure. Some phones
 * drop an extension: `extension` is one that the text does not call so, to be said beside it.
 */
export type PhonePiece = { text: string; tel: string | null; extension: string | null };

type Part = { text: string; number: string; extension: string | null };

const extensionWords = '(?:ext|(?:số )?máy lẻ|(?:số )?nhánh)[.:]?';
const extensionAtEnd = new RegExp(`[\\s(]*${extensionWords}\\s*(\\d+)\\s*\\)?\\s*$`, 'iu');
const anyExtension = new RegExp(`${extensionWords}\\s*(?=\\d)`, 'giu');
/** A dash between spaces too: it stands between two numbers, or inside of one. */
const separators = /(\s*[/;,]\s*|\s+-\s+)/;

/**
 * By length and first digits: of Vietnam, of another country, by the code of one, within the country, a short or
 * service number, within the city. What is longer or shorter has digits that belong to something else, and is not dialled.
 */
const dialable =
  /^(?:\+84\d{9,10}|\+(?!84)\d{7,15}|00\d{5,15}|0[1-9]\d{8,9}|1\d{2,9}|[2-9]\d{6,7})$/;
/** Fewer are an area code, an extension, or other last digits of the number before. */
const wholeDigits = 7;
/** An area code, or what every such service number begins with. */
const beginning = /^(?:0\d{1,3}|1[89]00)$/;

export function readPhones(text: string): PhonePiece[] {
  const split = text.normalize('NFC').split(separators);
  const parts: Part[] = [];
  for (let i = 0; i < split.length; i += 2) {
    const between = i === 0 ? '' : split[i - 1]!;
    const part = readPart(split[i]!);
    const before = parts.at(-1);
    const joined = before && join(before, between, part);
    if (joined) parts.splice(-1, 1, joined);
    else parts.push({ text: between, number: '', extension: null }, part);
  }
  return parts
    .map((part, i) => {
      const tel = dial(part, parts.slice(0, i));
      const isSaid = tel === null || extensionAtEnd.test(part.text);
      return { text: part.text, tel, extension: isSaid ? null : part.extension };
    })
    .filter((piece) => piece.text !== '');
}

/** Whether a cell holds phones and nothing else. */
export function isPhoneText(text: string): boolean {
  const bare = text.normalize('NFC').replaceAll(anyExtension, '');
  return /^(?=.*\d)[+\d\s().,;/-]{2,}$/.test(bare);
}

function readPart(text: string): Part {
  const extension = extensionAtEnd.exec(text)?.[1] ?? null;
  return { text, number: readNumber(text.replace(extensionAtEnd, '')), extension };
}

/** Digits, with a leading plus where the code of the country stands before them. */
function readNumber(text: string): string {
  const isAbroad = /^[\s(]*\+/.test(text);
  const digits = (isAbroad ? text.replace(/\(\s*0\s*\)/, '') : text).replaceAll(/\D/g, '');
  // No number that is dialled within the country is so long and begins with 84.
  if (!isAbroad && !/^84\d{9,10}$/.test(digits)) return digits;
  return `+${digits}`.replace(/^\+840/, '+84');
}

/** One number of two parts; null where the second is one of its own, or nobody knows what it is. */
function join(before: Part, between: string, part: Part): Part | null {
  const text = before.text + between + part.text;
  const { number, extension } = before;
  if (number === '' || extension !== null) return null;
  if (part.number === '')
    return part.extension === null ? null : { text, number, extension: part.extension };
  const isTail = isWhole(before) && /^\d{1,4}$/.test(part.number) && part.extension === null;
  if (isTail && between.includes(',')) return { text, number, extension: part.number };
  return goesOn(number, between, part)
    ? { text, number: readNumber(number + part.number), extension: part.extension }
    : null;
}

function goesOn(number: string, between: string, part: Part): boolean {
  if (between.includes(',') || /^[0+]/.test(part.number)) return false;
  if (beginning.test(number)) return true;
  const fullDigits = /^[0+]/.test(number) ? 10 : wholeDigits;
  return between.includes('-') && !number.startsWith('1') && number.length < fullDigits;
}

function isWhole({ number }: Part): boolean {
  return number.length >= wholeDigits;
}

function dial(part: Part, before: Part[]): string | null {
  const { number, extension } = part;
  const isTail = !isWhole(part) && before.some(isWhole);
  if (isTail || !dialable.test(number)) return null;
  return extension === null ? number : `${number};ext=${extension}`;
}
