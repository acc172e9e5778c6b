import { describe, expect, it } from 'vitest';
import { resultForTest, unitForTest } from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { issueSubjects, type OnScreen, showsOthers } from './issue-subjects.ts';

const words = wordsOf(createTexts('vi'));

function onScreen(unit = unitForTest()): OnScreen {
  return { card: null, response: resultForTest({ units: [unit] }), unit };
}

const driven = (lon: number) =>
  unitForTest({
    drive: {
      router: 'osrm',
      seconds: 120,
      meters: 900,
      geometry: { type: 'LineString', coordinates: [[lon, 21]] },
      steps: [],
    },
  });

describe('what a report may be about', () => {
  it('is the place, and of the unit shown its stop and its way', () => {
    const subjects = issueSubjects(onScreen(), null, words);
    expect(subjects.map(({ kind, id }) => [kind, id])).toEqual([
      ['place', 'address:1'],
      ['door', null],
      ['stop', 'unit:2'],
      ['route', 'unit:2'],
    ]);
  });

  it('is something else when another unit is shown, not when the same one has moved on', () => {
    const other = unitForTest({ unitId: 'unit:7', callSign: 'XE 07' });
    expect(showsOthers(onScreen(), onScreen(other), words)).toBe(true);
    expect(showsOthers(onScreen(driven(105.8)), onScreen(driven(105.81)), words)).toBe(false);
  });

  it('stays while an address is typed and nothing is shown', () => {
    expect(showsOthers(onScreen(), { card: null, response: null, unit: null }, words)).toBe(false);
  });
});
