import { expect, test } from 'vitest';
import type { PlaceCard } from '../../server/places/schema.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { wordRetired } from './retired-words.ts';

const vietnamese = wordsOf(createTexts('vi'));
const english = wordsOf(createTexts('en'));

const gone: PlaceCard = {
  id: 'address:7',
  kind: 'address',
  label: 'Số 8, phố Thử',
  lon: 105.8,
  lat: 21,
  houseNumber: '8',
  ward: null,
  street: 'phố Thử',
  alleyPath: [],
  building: null,
  lifecycle: 'imported',
  source: 'osm',
  synthetic: false,
  retiredAt: '2026-03-01T05:00:00.000Z',
  retirement: {
    batch: { id: 12, kind: 'city', fileName: 'hanoi.osm.pbf' },
    replacedBy: { id: 'address:9', label: 'Số 8A, phố Thử', meters: 1234, why: 'same-spot' },
  },
};

test('an old link says since when the place is gone, by which import, and what stands there now', () => {
  expect(wordRetired(gone, vietnamese)).toEqual({
    since: expect.stringMatching(/^Không còn .*1\/3\/26.* lần nhập 12 \(hanoi\.osm\.pbf\)/),
    now: 'Tại chỗ đó nay là (cách 1.234\u00A0m):',
    link: { id: 'address:9', label: 'Số 8A, phố Thử' },
  });
  expect(wordRetired(gone, english)).toMatchObject({
    since: expect.stringMatching(/import 12 \(hanoi\.osm\.pbf\)/),
    now: 'At that spot there is now (1,234\u00A0m away):',
  });
});

test('where nothing is known of it, it says what to do', () => {
  const lost = { ...gone, retirement: { batch: null, replacedBy: null } };
  for (const words of [vietnamese, english]) {
    const retired = wordRetired(lost, words);
    expect(retired?.link).toBeNull();
    expect(retired?.now).toMatch(/tìm lại|search again/);
    expect(retired?.since).not.toContain('{{');
  }
});

test('a place that is there says nothing of the kind', () => {
  expect(wordRetired({ ...gone, retiredAt: null, retirement: null }, english)).toBeNull();
  expect(wordRetired(null, english)).toBeNull();
});
