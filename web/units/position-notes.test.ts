import { expect, it } from 'vitest';
import { wordNote } from '../dispatch/note-words.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';

it('a position off the roads is told with its age and distance, and not as a fault of the station', () => {
  const note = { code: 'position-off-road', params: { ageSeconds: 90, meters: 19_995 } };
  expect(wordNote(note, wordsOf(createTexts('vi')))).toBe(
    'Vị trí cuối của xe (1:30 trước, cách đội 19.995\u00A0m) nằm ngoài mạng đường của loại xe này: giờ tính từ đội.',
  );
  expect(wordNote(note, wordsOf(createTexts('en')))).toContain('reckoned from its station');
  const noWay = { code: 'no-way-from-position', params: {} };
  expect(wordNote(noWay, wordsOf(createTexts('en')))).toBe(
    'no way there from where it was last seen',
  );
});
