import { expect, test } from 'vitest';
import { unitForTest } from '../dispatch/answers-for-test.ts';
import { unitClass } from '../dispatch/unit-answer.tsx';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { learnClassNames } from './class-names.ts';

const foam = { code: 'foam.v2', nameVi: 'xe bọt', nameEn: 'foam tender' };

test('a class that the city added is called by the names that the city gave it', () => {
  const unit = unitForTest({ vehicleClass: foam.code });
  for (const [language, name] of [
    ['vi', 'xe bọt'],
    ['en', 'foam tender'],
  ] as const) {
    const texts = createTexts(language);
    expect(unitClass(unit, wordsOf(texts))).toBe(foam.code);
    expect(learnClassNames(texts, [foam])).toBe(true);
    expect(unitClass(unit, wordsOf(texts))).toBe(name);
    expect(learnClassNames(texts, [foam])).toBe(false);
  }
});

test('a class that the texts know keeps its words', () => {
  const texts = createTexts('vi');
  const large = { code: 'large', nameVi: 'xe chữa cháy lớn', nameEn: 'large fire engine' };
  expect(learnClassNames(texts, [large])).toBe(false);
  expect(wordsOf(texts).maybe('unit.class.large')).toBe('xe lớn');
});
