import { expect, it } from 'vitest';
import {
  destinationForTest,
  supplyForTest,
  unitForTest,
  waterForTest,
} from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { supplySentences } from './supply-words.ts';

function tell(changes: Parameters<typeof waterForTest>[1], language: 'vi' | 'en'): string {
  const points = [waterForTest('water:1', changes)];
  const supply = supplyForTest(['water:1']);
  const water = { ...destinationForTest().water, status: 'found' as const, points, supply };
  const words = wordsOf(createTexts(language));
  return supplySentences(destinationForTest(), unitForTest({ water }), words, 'short')[0]!;
}

it('says of open water that feeds the fire where nobody measured how deep it lies, also on full paper', () => {
  expect(tell({ kind: 'lake', name: 'Hồ Sen' }, 'vi')).toContain('Hồ Sen (chưa đo độ sâu hút) (60');
  expect(tell({ kind: 'pond' }, 'en')).toContain('(suction lift not measured)');
  expect(tell({ kind: 'pond', liftMeters: 2 }, 'vi')).not.toContain('độ sâu');
  expect(tell({ kind: 'hydrant' }, 'vi')).not.toContain('độ sâu');
});
