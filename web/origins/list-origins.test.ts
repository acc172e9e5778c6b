import { expect, it } from 'vitest';
import {
  destinationForTest,
  supplyForTest,
  unitForTest,
  waterForTest,
} from '../dispatch/answers-for-test.ts';
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
    'To water at the door 6:40',
    'To the first crew at the door 3:40',
    'Turnout 1:00',
    'Drive 2:00',
    'Set-up 0:45',
    'Lay hose 2:20',
    'Fill hose 0:35',
    'On foot 0:40',
    'Stop before Ngách 29/70 Khương Hạ (2.1\u00a0m*)',
    'Hose 148 m · 10 lengths',
    'Hydrant 15 L/s',
    'Metres of hose to water ',
  ]);
  expect(rows.every(({ origin }) => origin.endsWith('.') || origin.startsWith('Width'))).toBe(true);
  expect(rows[1]!.origin).toBe('Sum: Turnout 1:00 + Drive 2:00 + On foot 0:40.');
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
  const origins = list({ position }).map(({ origin }) => origin);
  expect(origins).toContain('Last told by the tracker of the unit, and old by now.');
  const bare = list({ position: null, hose: null, stop: null }, []);
  expect(bare.map(({ what }) => what)).not.toContain('Stop');
  expect(bare.some(({ value }) => value.endsWith(' m'))).toBe(false);
});

it('says what is needed and there with the rule that it is reckoned by', () => {
  const supply = supplyForTest(['water:1']);
  const points = [waterForTest('water:1')];
  const destination = destinationForTest({ water: { ...water, status: 'found', points, supply } });
  const unit = unitForTest({ stop: null });
  const row = listOrigins({ unit, destination }, words).find(({ what }) => what.startsWith('Has '));
  expect(row?.origin).toMatch(/^Estimated by formula/);
});

it('lists nothing of who cannot come to where there is no water', () => {
  const gone = unitForTest({ status: 'unreachable', hose: null, stop: null });
  expect(listOrigins({ unit: gone, destination: destinationForTest() }, words)).toEqual([]);
});
