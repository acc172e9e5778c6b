import { tidyText } from './normalise-text.ts';
import { parseAlleyName } from './parse-alley-name.ts';

const numberWord = /^(?:số nhà|nhà số|số|so|no\.?)\s*(?=\d)/iu;
const numberThenText = /^(\d+\s?[a-z]?(?:[-/]\d+[a-z]?)*)\s*,?\s+(\p{L}.*)$/iu;

/**
 * Takes apart a house number that carries more than a number, as some mappers write it:
 * `số 6`, `24 ngách 30` (with the street `Ngõ Thông Phong`), `Số 3, Ngõ 107A`. Anything else stays as it is.
 */
export function splitHouseNumber(
  houseNumber: string,
  street: string | null,
): { houseNumber: string; street: string | null } {
  const tidy = tidyText(houseNumber).replace(numberWord, '');
  const [, number, text] = numberThenText.exec(tidy) ?? [];
  if (number === undefined || text === undefined) return { houseNumber: tidy, street };
  // The whole address was written into both tags.
  if (street !== null && tidyText(street) === tidyText(houseNumber))
    return { houseNumber: number, street: text };
  const alley = parseAlleyName(text);
  if (alley === null) return { houseNumber: tidy, street };
  const needsStreet = alley.street === null && street !== null;
  return { houseNumber: number, street: needsStreet ? `${text} ${street}` : text };
}
