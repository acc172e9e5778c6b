// How house number and alley path can be read from what was said: every reading is kept.

import type { AlleyStep } from './address-reading.ts';
import { alleyRanks } from './address-words.ts';
import type { AlleyMention, Scan } from './scan.ts';

export type NumberReading = { house: string | null; path: AlleyStep[]; weight: number };

const typeByLevel = ['ngo', 'ngach', 'hem'];

/** Numbers top-down with their types; a lone alley keeps the word it was given. */
function nameSteps(numbers: string[], typed?: string): AlleyStep[] {
  return numbers.map((number, index) => ({
    level: index + 1,
    type: numbers.length === 1 && typed !== undefined ? typed : (typeByLevel[index] ?? 'hem'),
    number,
  }));
}

function rank({ type }: AlleyMention): number {
  return alleyRanks.get(type) ?? 1;
}

/** Joins "ngách 34/56 ngõ 34" or "ngõ 72 … ngách 15" into one path, outermost first. */
function joinMentions(mentions: AlleyMention[]): string[] {
  const outerFirst = mentions.toReversed().toSorted((one, other) => rank(one) - rank(other));
  return outerFirst.reduce<string[]>((outer, { numbers }) => {
    const repeated = outer.length < numbers.length && outer.every((n, i) => numbers[i] === n);
    return repeated ? numbers : [...outer, ...numbers];
  }, []);
}

function readSlashPath(path: string[]): NumberReading[] {
  const [first = '', ...rest] = path;
  const last = path.at(-1) ?? '';
  const readings: NumberReading[] = [
    { house: first, path: nameSteps(rest), weight: 1 },
    { house: last, path: nameSteps(path.slice(0, -1)), weight: 0.6 },
  ];
  if (rest.length > 1)
    readings.push({ house: first, path: nameSteps(rest.toReversed()), weight: 0.45 });
  readings.push({ house: null, path: nameSteps(path), weight: 0.3 });
  return readings;
}

function readMentions(house: string | null, mentions: AlleyMention[]): NumberReading[] {
  const numbers = joinMentions(mentions);
  const typed = mentions[0]?.type;
  const readings: NumberReading[] = [{ house, path: nameSteps(numbers, typed), weight: 1 }];
  const slashed = mentions.length === 1 && numbers.length > 1;
  // People also write slash paths bottom-up.
  if (slashed) readings.push({ house, path: nameSteps(numbers.toReversed()), weight: 0.4 });
  if (slashed && house === null)
    readings.push({
      house: numbers.at(-1) ?? null,
      path: nameSteps(numbers.slice(0, -1), typed),
      weight: 0.45,
    });
  return readings;
}

/** House number and alley path of a scan, likeliest first. */
export function readNumbers({ house, barePath, alleys }: Scan): NumberReading[] {
  if (barePath && house === null && alleys.length === 0) return readSlashPath(barePath);
  if (barePath && house === null) {
    const path = joinMentions(alleys);
    return readSlashPath(barePath).map((reading) => ({
      ...reading,
      path: nameSteps([...path, ...reading.path.map(({ number }) => number)]),
    }));
  }
  const mentions = barePath ? [...alleys, { type: 'ngach', numbers: barePath }] : alleys;
  return mentions.length === 0 ? [{ house, path: [], weight: 1 }] : readMentions(house, mentions);
}
