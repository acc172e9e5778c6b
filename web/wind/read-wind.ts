// What a dispatcher types for the wind: where it comes from, as degrees, letters or words of either
// language, and perhaps how fast.

import type { Language } from '../i18n/language.ts';

export type TypedWind = { fromDegrees: number; speedMps: number | null };
export type WindReading = TypedWind | 'ambiguous' | 'unreadable';

const step = 22.5;
const english = 'n nne ne ene e ese se sse s ssw sw wsw w wnw nw nnw'.split(' ');
const vietnamese = 'b bđb đb đđb đ đđn đn nđn n ntn tn ttn t ttb tb btb'.split(' ');
const letters: Record<string, string> = {
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  bắc: 'b',
  bac: 'b',
  nam: 'n',
  đông: 'đ',
  dong: 'đ',
  tây: 't',
  tay: 't',
};
const vietnameseWords = new Set(['bắc', 'bac', 'nam', 'đông', 'dong', 'tây', 'tay']);

/** `speed` needs a direction before it. N alone is north to one reader and nam, south, to another. */
export function readWind(text: string, language: Language): WindReading {
  const clean = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/^\s*(gió|gio|wind)?\s*(từ|tu|from)?\s*(hướng|huong)?\s*/u, '')
    .replace(/\s*m\/s\s*$/, '');
  const match = /^(?<from>.*?)[\s,;°]*(?<speed>(?<=[\s,;°])\d+(?:[.,]\d+)?)?\s*$/su.exec(clean);
  const from = (match?.groups?.['from'] ?? '').replaceAll(/[°\s,;]+|(?<=\p{L})-/gu, ' ').trim();
  const speedText = match?.groups?.['speed'];
  const speedMps = speedText === undefined ? null : Number(speedText.replace(',', '.'));
  const fromDegrees = readDirection(from, language);
  if (typeof fromDegrees === 'string') return fromDegrees;
  if (speedMps !== null && speedMps > 120) return 'unreadable';
  return { fromDegrees, speedMps };
}

function readDirection(from: string, language: Language): number | 'ambiguous' | 'unreadable' {
  if (/^\d+(\.\d+)?$/.test(from)) {
    const degrees = Number(from);
    return degrees <= 360 ? degrees % 360 : 'unreadable';
  }
  const words = from.split(' ');
  const isSpelt = words.every((word) => word in letters);
  if (isSpelt && words.length > 0) {
    const short = words.map((word) => letters[word]).join('');
    const table = words.some((word) => vietnameseWords.has(word)) ? vietnamese : english;
    return toDegrees(table.indexOf(short));
  }
  const short = words.join('').replace(/^db$|^dn$/, (d) => d.replace('d', 'đ'));
  if (short === 'n') return language === 'en' ? 0 : 'ambiguous';
  const index = english.indexOf(short);
  return toDegrees(index >= 0 ? index : vietnamese.indexOf(short));
}

function toDegrees(index: number): number | 'unreadable' {
  return index < 0 ? 'unreadable' : index * step;
}

/** Which of the sixteen winds it is, 0 for north, clockwise. */
export function windIndex(fromDegrees: number): number {
  return Math.round(fromDegrees / step) % 16;
}
