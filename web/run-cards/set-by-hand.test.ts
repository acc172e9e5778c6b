import { expect, test } from 'vitest';
import { resultForTest, setForTest, unitForTest } from '../dispatch/answers-for-test.ts';
import { othersByHand, unitsAway } from './set-by-hand.ts';

const units = [2, 3, 8, 9].map((n) =>
  unitForTest({ unitId: `unit:${n}`, callSign: `XE 0${n}`, status: 'unreachable' }),
);
const answer = { ...resultForTest({ units }), set: setForTest(['unit:2', 'unit:8']) };

const statesOf = (
  search: Parameters<typeof othersByHand>[0],
  isKept = false,
  changes: Partial<typeof answer> = {},
) => {
  const others = othersByHand(search, { ...answer, ...changes }, isKept);
  return others.map(({ callSign, state }) => [callSign, state]);
};

test('who comes as well by hand is named together, and each apart that does not come', () => {
  expect(statesOf({ also: ['unit:8', 'unit:9', 'unit:2'] })).toEqual([
    ['unit:8, unit:2', 'made'],
    ['XE 09', 'does-not-come'],
  ]);
  expect(statesOf({})).toEqual([]);
});

test('who was sent and does not come counts no longer, and is named', () => {
  expect(statesOf({ sent: ['unit:2', 'unit:3'] })).toEqual([['XE 03', 'sent-does-not-come']]);
  expect(statesOf({ also: ['unit:8'], sent: ['unit:8'] })).toEqual([['unit:8', 'made']]);
  const instead = { unit: 'unit:2', of: 'unit:3' };
  expect(statesOf({ sent: ['unit:3'], instead })).toEqual([]);
});

test('who is no longer in the data has its own note, with a way back where it was sent, and nobody is judged by an answer of before', () => {
  const note = { code: 'unknown-unit', params: { unitId: 'unit:7', field: 'withUnitIds' } };
  expect(statesOf({ also: ['unit:7'], sent: ['unit:7'] }, false, { notes: [note] })).toEqual([
    ['unit:7', 'sent-gone'],
  ]);
  expect(statesOf({ also: ['unit:7'] }, false, { notes: [note] })).toEqual([]);
  expect(statesOf({ also: ['unit:9'], sent: ['unit:3'] }, true)).toEqual([['XE 09', 'not-yet']]);
});

test('each that does not count can be taken back, and is said not to get there only where that is known', () => {
  const why = { code: 'no-drive-time', params: {} };
  const unit = { unitId: 'unit:6', callSign: 'XE 06', station: '', vehicleClass: 'small', why };
  const sent = ['unit:3', 'unit:6', 'mobilised:1'];
  const others = othersByHand({ sent }, { ...answer, notRanked: [unit] }, false);
  expect(others.map((each) => [each.callSign, each.why, each.takeBackId])).toEqual([
    ['XE 03', null, 'unit:3'],
    ['XE 06', why, 'unit:6'],
    [null, undefined, 'mobilised:1'],
  ]);
});

test('who was sent is away from its station also where it does not count any more, unless it is no unit', () => {
  const note = { code: 'unknown-unit', params: { unitId: 'unit:7', field: 'withUnitIds' } };
  const sent = ['unit:2', 'unit:3', 'unit:7', 'mobilised:1'];
  expect(unitsAway(sent, { ...answer, notes: [note] })).toEqual(['unit:2', 'unit:8', 'unit:3']);
  const set = setForTest(['unit:2', 'mobilised:4']);
  const mobilised = { owner: '', phone: null, callOutSeconds: 0, tankLiters: null } as never;
  const vehicles = [set.vehicles[0]!, { ...set.vehicles[1]!, mobilised }];
  expect(unitsAway([], { ...answer, set: { ...set, vehicles } })).toEqual(['unit:2']);
});
