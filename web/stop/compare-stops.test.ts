import { expect, it } from 'vitest';
import { unitForTest } from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { compareStops } from './compare-stops.ts';

const words = wordsOf(createTexts('en'));
const planned = unitForTest({ secondsToCrew: 300, secondsToWater: 1_200 });
const moved = unitForTest({ secondsToCrew: 360, secondsToWater: 840 });

it('tells what a moved stop costs by the time that the unit is ranked by: in a rescue that of its crew', () => {
  expect(compareStops(planned, moved, words)).toBe('Stop point chosen by you: 6:00 faster.');
  const [before, after] = [planned, moved].map((unit) => ({ ...unit, rankedBy: 'crew' as const }));
  expect(compareStops(before!, after!, words)).toBe('Stop point chosen by you: 1:00 slower.');
});

it('compares no rough time with a full one', () => {
  const rough = { ...moved, hose: null, secondsToWater: null };
  expect(compareStops(planned, rough, words)).toBe('Stop point chosen by you.');
});

it('says so where the chosen stop is reached by nobody, or makes no difference', () => {
  expect(compareStops(planned, { ...moved, status: 'unreachable' }, words)).toContain(
    'cannot reach',
  );
  expect(compareStops(planned, planned, words)).toBe('Stop point chosen by you: same time.');
});
