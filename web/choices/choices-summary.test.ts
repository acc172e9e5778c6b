import { expect, it } from 'vitest';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { choicesSummary } from './choices-summary.ts';
import { planForTest } from './plan-for-test.ts';

const words = wordsOf(createTexts('vi'));

it('names who is behind, which an engine that feeds itself is not', () => {
  const { support } = planForTest();
  const told = (unitId: string) =>
    choicesSummary(
      {
        planned: null,
        support: {
          ...support!,
          staging: null,
          supply: { ...support!.supply!, unit: { unitId, callSign: 'XE' } },
        },
      },
      words,
    );
  expect(told('unit:2')).toBe('Xe sau: XE');
  expect(told('unit:1')).toBe('Xe sau');
});
