import { expect, it } from 'vitest';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { narrowAlley, unitForTest, waterForTest } from './answers-for-test.ts';
import { flowOrigin, timeOrigin, widthOrigin } from './origin-words.ts';

const words = wordsOf(createTexts('en'));

it('says of every part of the time what it was reckoned from, and by which router', () => {
  const unit = unitForTest();
  const lines = timeOrigin(unit, words).split('\n');
  expect(lines[0]).toMatch(/^Turnout \d+:\d\d: The same for every station/);
  expect(lines[1]).toMatch(/^Drive \d+:\d\d: Reckoned by OSRM/);
  expect(lines.every((line) => line.endsWith('.'))).toBe(true);
  const guessed = { ...unit, drive: { ...unit.drive!, router: 'straight-line' as const } };
  expect(timeOrigin(guessed, words)).toContain('as the crow flies');
});

it('says of the width of a stop whether anybody measured it', () => {
  const stop = unitForTest().stop!;
  const at = (provenance: 'measured' | 'tagged') =>
    widthOrigin({ ...stop, blockedBy: null, road: { ...narrowAlley, provenance } }, words);
  expect(at('measured')).toBe('Width measured');
  expect(at('tagged')).toBe('Width tagged on the map');
});

const told = (changes: Parameters<typeof waterForTest>[1]) =>
  flowOrigin(waterForTest('hydrant:1', changes), words);

it('says of a flow when it was tested, that nobody did, or that it is not recorded', () => {
  expect(told({ litersPerSecond: 15, testedOn: '2026-03-01' })).toMatch(/tested on .*2026/);
  expect(told({ litersPerSecond: 15, testedOn: null })).toContain('without a date of a test');
  expect(told({ litersPerSecond: null, volumeM3: null })).toContain('does not say');
});
