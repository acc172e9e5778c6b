const combiningMarks = /\p{Mn}/gu;
const spaces = /[\s\u200b\ufeff]+/gu;
const dashes = /[\u2010-\u2015\u2212]/gu;
const apostrophes = /[\u2018\u2019\u02bc`´]/gu;

/** NFC, single spaces, plain dashes and apostrophes; letters and case stay as typed. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(spaces, ' ')
    .replace(dashes, '-')
    .replace(apostrophes, "'")
    .trim();
}

/**
 * The key by which texts are compared: lower case, no diacritics (also đ → d), single spaces.
 * `Hoà Bình`, `Hòa Bình` and `hoa  binh` all fold to `hoa binh`, in NFC and in NFD.
 */
export function foldText(text: string): string {
  return tidyText(text)
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(combiningMarks, '')
    .normalize('NFC');
}
