// Rules for the parts of an address that a word or a number announces.
// Each looks at the scan's position and either takes tokens and returns true, or leaves them.

import {
  alleyWords,
  buildingWords,
  complexWords,
  floorWords,
  houseWords,
  relationWords,
  settlementWords,
  unitWords,
} from './address-words.ts';
import { matchName } from './match-names.ts';
import { readFreeName } from './read-free-name.ts';
import { isNumeric, phraseAt, type Scan, tokenAt } from './scan.ts';

const buildingCode = /^[a-z]{1,3}\d{1,3}[a-z]?\d?(-\d+)?$/;

export function readBreak(scan: Scan): boolean {
  if (tokenAt(scan)?.kind !== 'break') return false;
  scan.at += 1;
  scan.afterBreak = true;
  if (scan.relation && scan.relation.to < 0 && (scan.streets.length > 0 || scan.house !== null))
    scan.relation.to = scan.at - 1;
  return true;
}

/** "đối diện …", "cạnh …": only before anything else is named. */
export function readRelation(scan: Scan): boolean {
  const phrase = phraseAt(scan, relationWords);
  if (!phrase || scan.relation || scan.house !== null || scan.streets.length > 0) return false;
  scan.at += phrase.words.length;
  scan.relation = { relation: phrase.code, from: scan.at, to: -1 };
  return true;
}

/** `P305`, `tầng 5`, `nhà B4`, `KTT Thành Công`. */
export function readDwelling(scan: Scan): boolean {
  return readUnit(scan) || readFloor(scan) || readComplex(scan) || readBuilding(scan);
}

function readUnit(scan: Scan): boolean {
  const phrase = phraseAt(scan, unitWords);
  const number = phrase && tokenAt(scan, phrase.words.length);
  if (!phrase || number?.kind !== 'number') return false;
  scan.unit = { type: phrase.code, number: number.text };
  // A room carries its floor in its number: 305 is on the 3rd, 1508 on the 15th.
  const floor = /^(\d{1,2})\d{2}$/.exec(number.key)?.[1];
  if (floor !== undefined && scan.floor === null) scan.floor = floor;
  scan.at += phrase.words.length + 1;
  return true;
}

function readFloor(scan: Scan): boolean {
  const phrase = phraseAt(scan, floorWords);
  const number = phrase && tokenAt(scan, phrase.words.length);
  if (!phrase || number?.kind !== 'number') return false;
  scan.floor = number.text;
  scan.at += phrase.words.length + 1;
  return true;
}

function readComplex(scan: Scan): boolean {
  const phrase = phraseAt(scan, complexWords);
  if (!phrase) return false;
  const at = scan.at + phrase.words.length;
  const { complexes, wards, streets } = scan.gazetteer;
  for (const index of [complexes, wards, streets]) {
    const match = matchName(index, scan.tokens, at);
    const name = match?.names[0]?.name;
    if (!match || name === undefined) continue;
    scan.complex = { type: phrase.code, name };
    scan.at = at + match.length;
    return true;
  }
  const free = readFreeName(scan, at);
  if (!free) return false;
  scan.complex = { type: phrase.code, name: free.name };
  scan.at = at + free.length;
  return true;
}

function readBuilding(scan: Scan): boolean {
  const phrase = phraseAt(scan, buildingWords);
  const code = tokenAt(scan, phrase?.words.length ?? 0);
  if (code?.kind !== 'word' || !buildingCode.test(code.key)) return false;
  scan.building = code.text.toUpperCase();
  scan.at += (phrase?.words.length ?? 0) + 1;
  if (scan.complex || scan.streets.length > 0) return true;
  const estate = matchName(scan.gazetteer.complexes, scan.tokens, scan.at);
  const name = estate?.names[0];
  if (estate && name) {
    scan.complex = { type: name.type, name: name.name };
    scan.at += estate.length;
  }
  return true;
}

/** `tổ 15`, `cụm 2`, `TDP 12`, `thôn Vân`. */
export function readSettlement(scan: Scan): boolean {
  const phrase = phraseAt(scan, settlementWords);
  if (!phrase) return false;
  const at = scan.at + phrase.words.length;
  const number = scan.tokens[at];
  if (isNumeric(number)) {
    scan.settlement.push({ type: phrase.code, name: number.text });
    scan.at = at + 1;
    return true;
  }
  // `to`, `cum` and `doi` are also common syllables of names; only a number makes them a unit.
  if (phrase.code !== 'thon' && phrase.code !== 'xom') return false;
  const free = readFreeName(scan, at);
  if (!free) return false;
  scan.settlement.push({ type: phrase.code, name: free.name });
  scan.at = at + free.length;
  return true;
}

/** `số nhà 12A`, `SN 15`, or a number where none was yet. */
export function readHouse(scan: Scan): boolean {
  const phrase = phraseAt(scan, houseWords);
  const number = tokenAt(scan, phrase?.words.length ?? 0);
  if (!isNumeric(number)) return false;
  if (number.kind === 'number') {
    if (scan.house !== null) return false;
    scan.house = number.text;
  } else if (scan.barePath === null) scan.barePath = number.text.split('/');
  else return false;
  scan.at += (phrase?.words.length ?? 0) + 1;
  return true;
}

/** `ngõ 72`, `ngách 29/70`, `hẻm 43/98/31`; named alleys are read as streets elsewhere. */
export function readAlley(scan: Scan): boolean {
  const phrase = phraseAt(scan, alleyWords);
  const central = tokenAt(scan)?.key === 'k' && tokenAt(scan)?.dotted === true;
  const length = phrase?.words.length ?? (central ? 1 : 0);
  if (length === 0) return false;
  const number = tokenAt(scan, tokenAt(scan, length)?.key === 'so' ? length + 1 : length);
  if (!isNumeric(number)) return false;
  scan.alleys.push({ type: phrase?.code ?? 'kiet', numbers: number.text.split('/') });
  scan.at = scan.tokens.indexOf(number) + 1;
  return true;
}
