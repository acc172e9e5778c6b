import { foldText, tidyText } from '../../geo/addresses/normalise-text.ts';
import {
  isAlleyTypeCode,
  labelAlley,
  labelStreet,
  parseAlleyName,
  parseStreetName,
  type StreetName,
} from '../../geo/addresses/parse-alley-name.ts';
import type { CopyValue } from '../batches/copy-rows.ts';

export const nameColumns = [
  'text',
  'kind',
  'alley_type',
  'level',
  'path',
  'path_key',
  'street_type',
  'street_name',
  'street_key',
  'full_key',
  'is_alley_street',
  'label',
] as const;

// `Hàng Điếu, Cửa Đông, Hoàn Kiếm, Hà Nội`: what follows the first comma is ward and city.
function cutTail(street: StreetName): StreetName {
  return { ...street, name: street.name.replace(/\s*,.*$/u, '') };
}

const shortWords: Record<string, string> = {
  ave: 'avenue',
  av: 'avenue',
  blvd: 'boulevard',
  dr: 'drive',
  ln: 'lane',
  pl: 'place',
  rd: 'road',
  sq: 'square',
  st: 'street',
};

/** The key of a street's name; the last word of an English one is written out: `Geary St` is `geary street`. */
function streetKey({ type, name }: StreetName): string {
  const key = foldText(name);
  if (type !== null) return key;
  return key.replace(/ ([a-z]+)\.?$/, (ending, word: string) =>
    word in shortWords ? ` ${shortWords[word]}` : ending,
  );
}

function streetColumns(street: StreetName | null): CopyValue[] {
  if (street === null) return [null, null, null, null, false];
  const { type, name } = street;
  return [type, name, streetKey(street), foldText(labelStreet(street)), isAlleyTypeCode(type)];
}

/** A row for `staging.names`, in the order of `nameColumns`. */
export function readWayName(text: string): CopyValue[] {
  const alley = parseAlleyName(text);
  if (alley === null) {
    const street = cutTail(parseStreetName(tidyText(text)));
    return [text, 'street', null, null, null, '', ...streetColumns(street), labelStreet(street)];
  }
  const street = alley.street === null ? null : cutTail(alley.street);
  return [
    text,
    'alley',
    alley.type,
    Math.min(alley.level, 9),
    alley.path,
    alley.path.join('/'),
    ...streetColumns(street),
    labelAlley({ ...alley, street }),
  ];
}

/** Whether the names of a place's ways are written the Vietnamese way: `Phố Huế`, `Ngõ 5`. */
export function looksVietnamese(rows: readonly CopyValue[][]): boolean {
  const typed = rows.filter(([, kind, , , , , type]) => kind === 'alley' || type !== null);
  return rows.length > 0 && typed.length / rows.length > 0.3;
}
