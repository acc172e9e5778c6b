import { expect, it } from 'vitest';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { resultForTest, unitForTest } from './answers-for-test.ts';
import { wordNote } from './note-words.ts';
import { unitOfAnswer } from './unit-of-answer.ts';

const status = (unitId: string) => ({
  code: 'status-now',
  params: { unitId, callSign: 'XE', status: 'busy' },
});

it('a unit that is planned for though it is not available says so before everything else', () => {
  const own = { code: 'must-reverse', params: { meters: 60 } };
  const answer = resultForTest({
    units: [unitForTest({ unitId: 'unit:2', notes: [own] }), unitForTest({ unitId: 'unit:3' })],
    notes: [status('unit:2')],
  });
  const unit = unitOfAnswer(answer, 'unit:2')!;
  expect(unit.notes.map(({ code }) => code)).toEqual(['status-now', 'must-reverse']);
  expect(wordNote(unit.notes[0]!, wordsOf(createTexts('vi')))).toBe(
    'Tình trạng xe lúc này: đang có việc.',
  );
  expect(unitOfAnswer(answer, 'unit:3')!.notes).toEqual([]);
  expect(unitOfAnswer(answer, 'unit:9')).toBeNull();
});
