// Numbers as people say them on the phone: digit by digit ("ba bảy" = 37), cardinal
// ("bảy mươi" = 70) and mixed ("một trăm hai ba" = 123).

const digits = new Map(
  Object.entries({
    không: 0,
    một: 1,
    mốt: 1,
    hai: 2,
    ba: 3,
    bốn: 4,
    tư: 4,
    năm: 5,
    lăm: 5,
    nhăm: 5,
    sáu: 6,
    bảy: 7,
    bẩy: 7,
    tám: 8,
    chín: 9,
  }),
);
const others = new Set(['mười', 'mươi', 'trăm', 'linh', 'lẻ']);
const foldedForms = new Map(
  [...digits.keys(), ...others].map((word) => [stripMarks(word), word] as const),
);

function stripMarks(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}

/** The number word behind a token; a token with diacritics must carry the right ones ("bà" is no 3). */
function numberWord(text: string): string | null {
  const word = text.normalize('NFC').toLowerCase();
  if (digits.has(word) || others.has(word)) return word;
  return stripMarks(word) === word ? (foldedForms.get(word) ?? null) : null;
}

function readCardinal(words: string[]): number {
  let total = 0;
  let pending: number | null = null;
  for (const word of words) {
    const digit = digits.get(word);
    if (digit !== undefined) pending = (pending ?? 0) * 10 + digit;
    else if (word === 'trăm') [total, pending] = [total + (pending ?? 1) * 100, null];
    // "mười hai" is 12, "bảy mươi" is 70; unmarked text says `muoi` for both.
    else if (word === 'mươi' || word === 'mười')
      [total, pending] = [total + (pending ?? 1) * 10, null];
  }
  return total + (pending ?? 0);
}

/** Reads a number from the start of `texts`; `length` is how many of them it took. Null when there is none. */
export function readSpokenNumber(texts: string[]): { number: string; length: number } | null {
  const words: string[] = [];
  for (const text of texts) {
    const word = numberWord(text);
    if (word === null) break;
    words.push(word);
  }
  const first = words[0];
  if (first === undefined || first === 'linh' || first === 'lẻ' || words.length > 7) return null;
  const isCardinal = words.some((word) => others.has(word));
  const number = isCardinal
    ? String(readCardinal(words))
    : words.map((word) => String(digits.get(word))).join('');
  return { number, length: words.length };
}
