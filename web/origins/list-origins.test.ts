import { expect, it } from 'vitest';
import { destinationForTest, unitForTest, waterForTest } from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { listOrigins } from './list-origins.ts';

const words = wordsOf(createTexts('en'));
const { water } = destinationForTest();

function list(changes: Parameters<typeof unitForTest>[0] = {}, points = [waterForTest('water:1')]) {
  const destination = destinationForTest({ water: { ...water, status: 'found', points } });
  return listOrigins({ unit: unitForTest(changes), destination }, words);
}

it('lists every number of a unit as it is shown, with its origin', () => {
  const rows = list();
  expect(rows.map(({ what, value }) => `${what} ${value}`)).toEqual([
    'Turnout 1:00',
    'Drive 2:00',
    'Set-up 0:45',
    'Lay hose 2:20',
    'Fill hose 0:35',
    'Stop before Ngách 29/70 Khương Hạ (2.1\u00a0m*)',
    'Hose 148 m · 10 lengths',
    'Hydrant 15 L/s',
    'Metres of hose to water ',
  ]);
  expect(rows.every(({ origin }) => origin.endsWith('.') || origin.startsWith('Width'))).toBe(true);
});

it('lists water that only the door reaches, or that was not checked in time, once each', () => {
  const points = ['a', 'b', 'c', 'd'].map((id) => waterForTest(id));
  const late = waterForTest('e', { status: 'unverified', testedOn: '2020-03-01' });
  const destination = destinationForTest({
    water: { ...water, status: 'found', points, unverified: [late] },
  });
  const rows = listOrigins({ unit: unitForTest(), destination }, words);
  expect(rows.filter(({ what }) => what.includes('ydrant'))).toHaveLength(5);
  expect(rows.at(-2)!.origin).toMatch(/tested on .*2020/);
});

it('says of the position who told it, and of what nobody told nothing', () => {
  const position = {
    lon: 105.8,
    lat: 21,
    ageSeconds: 30,
    isStale: true,
    isStart: false,
    doubtfulMeters: null,
  };
  expect(list({ position })[0]!.origin).toBe(
    'Last told by the tracker of the unit, and old by now.',
  );
  const bare = list({ position: null, hose: null, stop: null }, []);
  expect(bare.map(({ what }) => what)).not.toContain('Stop');
  expect(bare.some(({ value }) => value.endsWith(' m'))).toBe(false);
});
