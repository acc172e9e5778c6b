import { describe, expect, it } from 'vitest';
import type { RelayPlan } from '../../server/response/water-schema.ts';
import { unitForTest } from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { pumpTexts, relayText } from './relay-words.ts';

const vietnamese = wordsOf(createTexts('vi'));
const english = wordsOf(createTexts('en'));
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

function relayFor(first: 'water' | 'engine', meters: number): RelayPlan {
  const bringer = { unitId: 'unit:1', callSign: 'XE 01' };
  const point = { lon: 105.8, lat: 21 };
  return {
    litersPerSecond: 10,
    lines: 1,
    hoseLengths: 23,
    missingLengths: 0,
    lossBar: 9,
    pumps: 2,
    pumpPlaces: [
      { ...point, at: first, meters: 0, broughtBy: { ...bringer, means: 'engine' } },
      { ...point, at: 'path', meters, broughtBy: { ...bringer, means: 'portable' } },
    ],
    others: [],
  };
}

/** The last pump, as the sentence of its line says it. */
function tell(relay: RelayPlan, from: 'water' | 'engine', words = vietnamese): string | undefined {
  return plain(relayText(relay, words, { isFull: false, from }))
    .split('; ')
    .at(-1);
}

describe('the pumps of a line', () => {
  it('stand so far from the water on the way from it, and so far from the engine on the way to the door', () => {
    const feed = relayFor('water', 250);
    const attack = relayFor('engine', 80);
    expect(tell(feed, 'water')).toBe('bơm cách nguồn nước 250 m: bơm khiêng tay của XE 01.');
    expect(tell(attack, 'engine')).toBe('bơm cách xe 80 m, phía cửa: bơm khiêng tay của XE 01.');
    expect(tell(feed, 'water', english)).toBe('pump 250 m from the water: portable, from XE 01.');
    expect(tell(attack, 'engine', english)).toBe(
      'pump 80 m from the engine, towards the door: portable, from XE 01.',
    );
  });

  it('are told one by one to those who cannot see the map, by what they are counted from', () => {
    const unit = unitForTest();
    const supply = {
      litersPerSecond: 10,
      availableLitersPerSecond: 10,
      missingLitersPerSecond: 0,
      feeds: [{ waterId: 'water:1', litersPerSecond: 10, relay: relayFor('water', 250) }],
      unused: [],
      shuttle: null,
      provenance: 'estimated' as const,
    };
    const water = {
      status: 'found' as const,
      points: [],
      unverified: [],
      reachMeters: 400,
      supply,
    };
    const hose = { ...unit.hose!, relay: relayFor('engine', 80) };
    expect(pumpTexts({ ...unit, water, hose }, vietnamese).map(plain)).toEqual([
      'bơm tại nguồn: xe XE 01',
      'bơm cách nguồn nước 250 m: bơm khiêng tay của XE 01',
      'bơm cách xe 80 m, phía cửa: bơm khiêng tay của XE 01',
    ]);
  });
});
