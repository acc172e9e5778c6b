import { expect, it } from 'vitest';
import { createTexts, wordsOf } from '../i18n/words.ts';
import {
  destinationForTest,
  narrowAlley,
  unitForTest,
  waterForTest,
} from '../dispatch/answers-for-test.ts';
import { driveOrigin, flowOrigin, hoseOrigin, timeOrigin, widthOrigin } from './origin-words.ts';

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

it('says of the walk that nobody planned that it is as the crow flies', () => {
  const planned = unitForTest({ rankedBy: 'crew' });
  expect(timeOrigin(planned, words)).toContain('The way on foot');
  const rough = timeOrigin({ ...planned, hose: null, secondsToWater: null }, words);
  expect(rough).toMatch(/On foot .*: As the crow flies from the stop to the door/);
});

it('says of the set-up that it may be of the class, and not that it is assumed', () => {
  const origin = timeOrigin(unitForTest(), words);
  expect(origin).toContain('Of the class of vehicle, or of the table of parameters');
  expect(origin).not.toContain('assumed');
});

it('says of the width of a stop whether anybody measured it', () => {
  const stop = unitForTest().stop!;
  const at = (provenance: 'measured' | 'tagged') =>
    widthOrigin({ ...stop, blockedBy: null, road: { ...narrowAlley, provenance } }, words);
  expect(at('measured')).toBe('Width measured');
  expect(at('tagged')).toBe('Width tagged on the map');
});

it('says nothing of a width that the stop is not named with', () => {
  const stop = unitForTest().stop!;
  expect(widthOrigin(stop, words)).toBe('Width assumed, to be measured');
  const bollard = { code: 'barrier', params: { kind: 'bollard' } };
  expect(widthOrigin({ ...stop, reason: bollard }, words)).toBeUndefined();
  expect(widthOrigin({ ...stop, blockedBy: null }, words)).toBeUndefined();
});

const told = (changes: Parameters<typeof waterForTest>[1]) =>
  flowOrigin(waterForTest('hydrant:1', changes), words);

it('says of a flow when it was tested, that nobody did, or that it is not recorded', () => {
  expect(told({ litersPerSecond: 15, testedOn: '2026-03-01' })).toMatch(/tested on .*2026/);
  expect(told({ litersPerSecond: 15, testedOn: null })).toContain('without a date of a test');
  expect(told({ litersPerSecond: null, volumeM3: null })).toContain('does not say');
});

it('says of open water that the pump draws it, and where its volume is from', () => {
  const lake = { kind: 'lake', litersPerSecond: null } as const;
  expect(told(lake)).toMatch(/^Open water gives what the pump of the engine draws[^\n]*$/);
  expect(told({ ...lake, volumeM3: 500 })).toMatch(/^Open water.*\nFrom the data on water/);
  expect(told({ ...lake, volumeM3: 0 })).toMatch(/^From the data on water/);
});

const driveNoted = (...codes: string[]) =>
  driveOrigin(unitForTest({ notes: codes.map((code) => ({ code, params: {} })) }), words);

it('says of a drive that closures are kept, unless a note says that nobody checked', () => {
  expect(driveNoted()).toMatch(/with the closures and traffic speeds that are known\.$/);
  expect(driveNoted('way-not-checked')).toMatch(/Not checked for closures and .* does not fit\.$/);
  expect(driveNoted('closures-not-kept')).not.toContain('speeds that are known');
  expect(driveNoted('contraflow')).toContain('The last part against the traffic');
});

it('says of hose that is laid to the water too, and of floors that nobody recorded', () => {
  const unit = unitForTest();
  const toWater = { ...unit, hose: { ...unit.hose!, supplyLengths: 4 } };
  const destination = destinationForTest();
  expect(hoseOrigin({ unit, destination }, words)).toMatch(/floors is assumed: nobody has/);
  expect(hoseOrigin({ unit, destination }, words)).not.toContain('from the stop to the water');
  expect(hoseOrigin({ unit: toWater, destination }, words)).toContain('from the stop to the water');
  expect(timeOrigin(toWater, words)).toContain('With the hose to the water.');
});
