// Rules for wards, districts and the city, with or without their type word.

import { cityWords, districtWords, type Phrase, wardWords } from './address-words.ts';
import type { NameIndex } from './gazetteer.ts';
import { matchName } from './match-names.ts';
import { cityLength, readFreeName } from './read-free-name.ts';
import { chooseNames, phraseAt, type Scan, tokenAt } from './scan.ts';

export function readCity(scan: Scan): boolean {
  const length = cityLength(scan, scan.at);
  if (length > 0) {
    // A street may begin with the city's name.
    const street =
      scan.streets.length === 0 && matchName(scan.gazetteer.streets, scan.tokens, scan.at);
    if (street && street.length > length) return false;
    scan.city = scan.gazetteer.city;
    scan.at += length;
    return true;
  }
  const phrase = phraseAt(scan, cityWords);
  if (!phrase) return false;
  const free = readFreeName(scan, scan.at + phrase.words.length);
  if (!free) return false;
  scan.city = free.name;
  scan.at += phrase.words.length + free.length;
  return true;
}

function closeRelation(scan: Scan): void {
  if (scan.relation && scan.relation.to < 0) scan.relation.to = scan.at;
}

function readTypedUnit(scan: Scan, list: Phrase[], index: NameIndex): 'none' | 'known' | 'free' {
  const phrase = phraseAt(scan, list);
  if (!phrase) return 'none';
  const at = scan.at + phrase.words.length;
  const target = list === wardWords ? scan.wards : scan.districts;
  const match = matchName(index, scan.tokens, at);
  const names = match?.names ?? [];
  const ofType = names.some(({ type }) => type === phrase.code);
  const short = phrase.words.join('').length <= 2;
  // `tx` and `h` alone may be initials; a name of another type behind them is not theirs.
  if (match && (ofType || !short)) {
    closeRelation(scan);
    target.push(
      ...chooseNames(names, 0.95, phrase.code).map((name) => ({ ...name, type: phrase.code })),
    );
    scan.at = at + match.length;
    return 'known';
  }
  const free = short && !tokenAt(scan)?.dotted ? null : readFreeName(scan, at);
  if (!free) return 'none';
  closeRelation(scan);
  target.push({ type: phrase.code, name: free.name, confidence: 0.7 });
  scan.at = at + free.length;
  return 'free';
}

export function readWard(scan: Scan): boolean {
  return scan.wards.length === 0 && readTypedUnit(scan, wardWords, scan.gazetteer.wards) !== 'none';
}

export function readDistrict(scan: Scan): boolean {
  return (
    scan.districts.length === 0 &&
    readTypedUnit(scan, districtWords, scan.gazetteer.districts) !== 'none'
  );
}

/** A ward or district without its type; both are kept when both fit. */
export function readKnownUnit(scan: Scan, expectsStreet: boolean): boolean {
  // A number before it makes an unknown name a street, whatever else it may be.
  if (expectsStreet && (scan.house !== null || scan.barePath || scan.alleys.length > 0))
    return false;
  const { districts, wards } = scan.gazetteer;
  const district = scan.districts.length === 0 ? matchName(districts, scan.tokens, scan.at) : null;
  const ward = scan.wards.length === 0 ? matchName(wards, scan.tokens, scan.at) : null;
  const length = Math.max(district?.length ?? 0, ward?.length ?? 0);
  if (length === 0) return readInitialsOfDistrict(scan);
  closeRelation(scan);
  if (district?.length === length) scan.districts.push(...chooseNames(district.names, 0.9));
  const either = district?.length === length;
  if (ward?.length === length)
    scan.wards.push(
      ...chooseNames(ward.names, either ? 0.5 : 0.85).map((name) => ({
        ...name,
        insteadOfDistrict: either,
      })),
    );
  scan.at += length;
  return true;
}

function readInitialsOfDistrict(scan: Scan): boolean {
  const token = tokenAt(scan);
  if (scan.streets.length === 0 || scan.districts.length > 0 || !token) return false;
  const keys = scan.gazetteer.districts.byInitials.get(token.key) ?? [];
  const names = keys.flatMap((key) => scan.gazetteer.districts.byKey.get(key) ?? []);
  if (names.length === 0) return false;
  scan.districts.push(...chooseNames(names, 0.8 / names.length));
  scan.at += 1;
  return true;
}
