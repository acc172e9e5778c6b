import { expect, test } from 'vitest';
import { wordNote } from '../dispatch/note-words.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { wordStatusOfSent } from './sent-status.ts';

const note = (unitId: string, status: string) => ({
  code: 'sent-status',
  params: { unitId, callSign: 'THANG 4', status },
});

const textsOf = (unitId: string, status: string, language: 'vi' | 'en' = 'vi') =>
  wordStatusOfSent([note(unitId, status)], ['unit:2']).map((each) =>
    wordNote(each, wordsOf(createTexts(language))),
  );

test('a unit chosen to come as well that is busy or in repair is said, and never to be one that was sent', () => {
  expect(textsOf('unit:4', 'busy')).toEqual(['THANG 4 chọn tay nay báo: đang có việc.']);
  expect(textsOf('unit:4', 'maintenance', 'en')).toEqual([
    'THANG 4, chosen by hand, now says: in repair.',
  ]);
});

test('of a unit that was sent it is no news that it is busy, only that it cannot drive', () => {
  expect(textsOf('unit:2', 'busy')).toEqual([]);
  expect(textsOf('unit:2', 'maintenance', 'en')).toEqual([
    'THANG 4 was sent, and now says: in repair.',
  ]);
  const other = { code: 'no-stations', params: {} };
  expect(wordStatusOfSent([other], ['unit:2'])).toEqual([other]);
});
